package energy.setpoint.app.storage.json;

import energy.setpoint.ocpp.dialect.trait.Fact;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a station told about itself as a stored document. */
public final class FactsJson {

  private static final int VERSION = 1;

  private FactsJson() {}

  public static String write(List<Fact> facts) {
    ObjectNode document = Document.ofVersion(VERSION);
    document.set("facts", Document.array(facts, FactsJson::fact));
    return Document.text(document);
  }

  private static JsonNode fact(Fact fact) {
    ObjectNode node = Document.object().put("name", fact.name()).put("value", fact.value());
    fact.evse().ifPresent(evse -> node.put("evse", evse));
    return node;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static List<Fact> read(String text) {
    return Document.read(
        "fact sheet",
        VERSION,
        text,
        document -> Document.list(document.required("facts"), FactsJson::readFact));
  }

  private static Fact readFact(JsonNode node) {
    Optional<Integer> evse = Optional.ofNullable(node.get("evse")).map(JsonNode::intValue);
    return new Fact(
        node.required("name").stringValue(), evse, node.required("value").stringValue());
  }
}
