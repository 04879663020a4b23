package energy.setpoint.app.plan;

import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.schema.DocumentSchema;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas, by name. */
public enum PlanSchemas {
  /** What {@code ./setpoint plan} and {@code POST /api/v1/plans} take. */
  PROBLEM("plan-problem", "A planning problem for Setpoint", PlanRequest.class),

  /** What they answer, and what {@code --check} takes. */
  RESULT("plan-result", "A plan of Setpoint", PlanDocument.class);

  private final String slug;
  private final String text;

  PlanSchemas(String slug, String title, Class<? extends Record> type) {
    this.slug = slug;
    this.text =
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(DocumentSchema.of("urn:setpoint:" + slug, title, type))
            + "\n";
  }

  /** The schema of a name such as {@code plan-problem}. */
  public static Optional<PlanSchemas> find(String slug) {
    for (PlanSchemas schema : values()) {
      if (schema.slug.equals(slug)) {
        return Optional.of(schema);
      }
    }
    return Optional.empty();
  }

  /** The name in addresses and file names. */
  public String slug() {
    return slug;
  }

  /** As JSON. */
  public String text() {
    return text;
  }
}
