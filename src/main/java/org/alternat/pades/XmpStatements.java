package org.alternat.pades;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What an XMP packet (ISO 16684-1) says, without the dates and the tool that wrote it, and however it is written: RDF lets
 * the same statement stand as an attribute or as an element.
 */
record XmpStatements(Map<String, String> values) {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String XMP = "{http://ns.adobe.com/xap/1.0/}";
    private static final String XMP_MM = "{http://ns.adobe.com/xap/1.0/mm/}";
    private static final Set<String> FREE = Set.of(
            XMP + "ModifyDate",
            XMP + "MetadataDate",
            XMP + "CreateDate",
            "{http://ns.adobe.com/pdf/1.3/}Producer",
            XMP_MM + "InstanceID",
            XMP_MM + "History");
    private static final int MAX_LENGTH = 1024 * 1024;

    static XmpStatements of(byte[] packet) {
        if (packet.length > MAX_LENGTH) {
            throw new MalformedPdfException("the XMP metadata is longer than " + MAX_LENGTH + " bytes");
        }
        try {
            NodeList descriptions =
                    parser().parse(new ByteArrayInputStream(packet)).getElementsByTagNameNS(RDF, "Description");
            Map<String, String> values = new TreeMap<>();
            for (int i = 0; i < descriptions.getLength(); i++) {
                Element description = (Element) descriptions.item(i);
                if (description.getParentNode() instanceof Element parent && RDF.equals(parent.getNamespaceURI())) {
                    collect(description, values);
                }
            }
            return new XmpStatements(values);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MalformedPdfException("the XMP metadata cannot be read", e);
        }
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder;
    }

    private static void collect(Element description, Map<String, String> values) {
        for (int i = 0; i < description.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) description.getAttributes().item(i);
            if (!RDF.equals(attribute.getNamespaceURI())
                    && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                put(values, name(attribute), attribute.getValue());
            }
        }
        for (Node child = description.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element property) {
                StringBuilder text = new StringBuilder();
                write(property, text, 0);
                put(values, name(property), text.toString());
            }
        }
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!FREE.contains(name)) {
            values.merge(name, value, (one, other) -> one + "\n" + other);
        }
    }

    /** Text and structure below a property; white space between elements says nothing. */
    private static void write(Element element, StringBuilder out, int depth) {
        if (depth > 64) {
            throw new MalformedPdfException("the XMP metadata is nested too deep");
        }
        boolean hasElements = false;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                hasElements = true;
                out.append('<').append(name(inner));
                for (int i = 0; i < inner.getAttributes().getLength(); i++) {
                    Attr attribute = (Attr) inner.getAttributes().item(i);
                    if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                        out.append(' ').append(name(attribute)).append('=').append(attribute.getValue());
                    }
                }
                out.append('>');
                write(inner, out, depth + 1);
                out.append("</>");
            }
        }
        if (!hasElements) {
            out.append(element.getTextContent().strip());
        }
    }

    private static String name(Node node) {
        return "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }
}
