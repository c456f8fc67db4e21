/* The document's metadata as XMP: the same facts as in Info, the promise of PDF/A and PDF/UA-1, and
 * our own properties with the schema that PDF/A asks of everything it does not know. */

#include "record/eup-finish-private.h"

#define SCHEMA_PROPERTY(name, type, category, description)                                                   \
  "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" name                                              \
  "</pdfaProperty:name><pdfaProperty:valueType>" type                                                        \
  "</pdfaProperty:valueType><pdfaProperty:category>" category                                                \
  "</pdfaProperty:category><pdfaProperty:description>" description "</pdfaProperty:description></rdf:li>\n"

#define SCHEMA(title, namespace, prefix, properties)                                                         \
  "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>" title                                             \
  "</pdfaSchema:schema><pdfaSchema:namespaceURI>" namespace "</"                                             \
                                                            "pdfaSchema:namespaceURI><pdfaSchema:"           \
                                                            "prefix>" prefix "</"                            \
                                                            "pdfaSchema:prefix><pdfaSchema:property><rdf:"   \
                                                            "Seq>\n" properties                              \
                                                            "</rdf:Seq></pdfaSchema:property></rdf:li>\n"

static const char opening[] = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                              "<rdf:Description rdf:about=\"\""
                              " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                              " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                              " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                              " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                              " xmlns:pdfuaid=\"http://www.pdfa.org/ns/pdfua/id/\""
                              " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                              " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                              " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
                              " xmlns:euphoria=\"" EUP_FINISH_NAMESPACE "\">\n";

/* What a record says of itself; an amendment says two things more. */
#define OUR_PROPERTIES                                                                                       \
  SCHEMA_PROPERTY ("documentId", "Text", "external", "Number of the record, printed on each page")           \
  SCHEMA_PROPERTY ("twinDigest", "Text", "external",                                                         \
                   "SHA-256 of the JSON document with the same content, in hexadecimal")                     \
  SCHEMA_PROPERTY ("method", "Text", "external", "Id and version of the method of assessment")
#define OF_AN_AMENDMENT                                                                                      \
  SCHEMA_PROPERTY ("amends", "Text", "external", "Number of the document that this one follows")             \
  SCHEMA_PROPERTY ("amendsDigest", "Text", "external",                                                       \
                   "SHA-256 of that document as it stood when this one was made, in hexadecimal")

#define SCHEMAS(properties)                                                                                  \
  "<pdfaExtension:schemas><rdf:Bag>\n" SCHEMA (                                                              \
      "PDF/UA identification schema", "http://www.pdfa.org/ns/pdfua/id/", "pdfuaid",                         \
      SCHEMA_PROPERTY ("part", "Integer", "internal", "Part of ISO 14289 that the document follows"))        \
      SCHEMA ("Euphoria decision record", EUP_FINISH_NAMESPACE, "euphoria",                                  \
              properties) "</rdf:Bag></pdfaExtension:schemas>\n"

static const char schemas[] = SCHEMAS (OUR_PROPERTIES);
static const char schemas_of_amendment[] = SCHEMAS (OUR_PROPERTIES OF_AN_AMENDMENT);

static void
add (GString *xmp, const char *format, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) halves = g_strsplit (format, "%", 2);

  g_string_append_printf (xmp, "%s%s%s\n", halves[0], escaped, halves[1]);
}

static void
add_languages (GString *xmp, const EupDocumentInfo *info)
{
  if (info->second_language == NULL)
    {
      add (xmp, "<dc:language><rdf:Bag><rdf:li>%</rdf:li></rdf:Bag></dc:language>", info->language);
      return;
    }
  add (xmp, "<dc:language><rdf:Bag><rdf:li>%</rdf:li>", info->language);
  add (xmp, "<rdf:li>%</rdf:li></rdf:Bag></dc:language>", info->second_language);
}

/**
 * eup_finish_xmp:
 * @info: what the document says about itself; complete and valid UTF-8
 * @producer: the program and its version
 *
 * Returns: (transfer full): the packet
 */
char *
eup_finish_xmp (const EupDocumentInfo *info, const char *producer)
{
  GString *xmp = g_string_new (opening);

  add (xmp, "<pdfaid:part>%</pdfaid:part>", info->twin ? "3" : "2");
  add (xmp, "<pdfuaid:part>%</pdfuaid:part>", "1");
  add (xmp, "<pdfaid:conformance>%</pdfaid:conformance>", info->only_unicode ? "U" : "A");
  add (xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%</rdf:li></rdf:Alt></dc:title>", info->title);
  add (xmp, "<dc:creator><rdf:Seq><rdf:li>%</rdf:li></rdf:Seq></dc:creator>", info->author);
  add (xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%</rdf:li></rdf:Alt></dc:description>",
       info->subject);
  add_languages (xmp, info);
  add (xmp, "<xmp:CreateDate>%</xmp:CreateDate>", info->created);
  add (xmp, "<xmp:ModifyDate>%</xmp:ModifyDate>", info->created);
  add (xmp, "<xmp:MetadataDate>%</xmp:MetadataDate>", info->created);
  add (xmp, "<xmp:CreatorTool>%</xmp:CreatorTool>", "Euphoria");
  add (xmp, "<pdf:Producer>%</pdf:Producer>", producer);
  add (xmp, "<euphoria:documentId>%</euphoria:documentId>", info->document_id);
  add (xmp, "<euphoria:twinDigest>%</euphoria:twinDigest>", info->twin_digest);
  add (xmp, "<euphoria:method>%</euphoria:method>", info->method);
  if (info->amends != NULL)
    {
      add (xmp, "<euphoria:amends>%</euphoria:amends>", info->amends);
      add (xmp, "<euphoria:amendsDigest>%</euphoria:amendsDigest>", info->amends_digest);
    }
  g_string_append (xmp, info->amends ? schemas_of_amendment : schemas);
  g_string_append (xmp, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
  return g_string_free_and_steal (xmp);
}
