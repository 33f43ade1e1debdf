import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j Community in FOLDER, by its neo4j.conf, until its input ends: java -cp 'lib/*' Serve.java FOLDER */
public class Serve {
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        new DatabaseManagementServiceBuilder(folder)
            .loadPropertiesFromFile(folder.resolve("neo4j.conf")).build();
        System.out.println("ready");
        while (System.in.read() >= 0) { }
        Runtime.getRuntime().halt(0);  // at once: nobody needs the data any more
    }
}
