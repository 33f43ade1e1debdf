MERGE (d:Document {id: $id})
SET d.title = $title, d.address = $address, d.language = $language, d.sha256 = $sha256,
    d.text = $text, d.loaded = $loaded
