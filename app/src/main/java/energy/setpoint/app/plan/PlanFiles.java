package energy.setpoint.app.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads planning problems and writes plans, both as JSON. */
public final class PlanFiles {

  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private PlanFiles() {}

  /**
   * Reads a planning problem; its format is described in {@link PlanRequest}.
   *
   * @throws energy.setpoint.app.plan.json.InvalidDocument with every mistake and its place
   */
  public static PlanningProblem read(String json) {
    return ProblemReader.read(StrictJson.read(json, PlanRequest.class));
  }

  /**
   * The same out of a stream of UTF-8, which is read to its end and not closed.
   *
   * @throws IOException when the stream cannot be read
   */
  public static PlanningProblem read(InputStream json) throws IOException {
    return read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
  }

  /** Writes a plan for people and programs; its format is described in {@link PlanDocument}. */
  public static String write(Plan plan) {
    return WRITER.writeValueAsString(PlanDocument.of(plan)) + "\n";
  }
}
