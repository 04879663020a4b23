package energy.setpoint.app.composite;

import energy.setpoint.app.composite.document.CaseDocument;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.ocpp.composite.CompositeAnswer;
import energy.setpoint.ocpp.composite.CompositeDialect;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads questions for composite schedules, and writes the answers, as JSON. */
public final class CompositeFiles {

  private static final JsonMapper WRITER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CompositeFiles() {}

  /**
   * Reads a question; its format is described in {@link CaseDocument}.
   *
   * @throws energy.setpoint.app.plan.json.InvalidDocument with every mistake and its place
   */
  public static CompositeCase read(String json) {
    return CaseReader.read(StrictJson.read(json, CaseDocument.class));
  }

  /** Writes an answer in the field names of its version. */
  public static String write(CompositeDialect dialect, CompositeAnswer answer) {
    return WRITER.writeValueAsString(dialect.write(answer)) + "\n";
  }
}
