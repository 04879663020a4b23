package energy.setpoint.app.composite;

import energy.setpoint.app.composite.document.CaseDocument;
import energy.setpoint.app.plan.schema.DocumentSchema;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema of what {@code ./setpoint composite} takes. */
public final class CompositeSchema {

  private CompositeSchema() {}

  /** As JSON. */
  public static String text() {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(
                DocumentSchema.of(
                    "urn:setpoint:composite",
                    "A question for the composite schedule of a charging station",
                    CaseDocument.class))
        + "\n";
  }
}
