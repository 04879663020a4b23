package energy.setpoint.app.price.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML from strangers: without document types, and so without entities that fetch or multiply. */
final class Xml {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private static final String DEPTH = "jdk.xml.maxElementDepth";
  private static final int DEEPEST = 100;

  private Xml() {}

  /**
   * The outermost element.
   *
   * @throws IllegalArgumentException when the text is no XML
   */
  static Element parse(byte[] text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setAttribute(DEPTH, DEEPEST);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the usual one writes to the console
      return builder.parse(new ByteArrayInputStream(text)).getDocumentElement();
    } catch (SAXException | IOException broken) {
      throw new IllegalArgumentException("it is no XML", broken);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** All elements of a name at any depth, whatever their namespace. */
  static List<Element> list(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The text of the first element of a name. */
  static Optional<String> findText(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS("*", name);
    return nodes.getLength() == 0
        ? Optional.empty()
        : Optional.of(nodes.item(0).getTextContent().strip());
  }

  /**
   * The text of the first element of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  static String text(Element parent, String name) {
    return findText(parent, name)
        .orElseThrow(() -> new IllegalArgumentException("a " + name + " is missing"));
  }
}
