package energy.setpoint.app.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import energy.setpoint.app.plan.explain.WhyWriter;
import energy.setpoint.app.plan.json.StrictJson;
import energy.setpoint.app.plan.reading.ProblemReader;
import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.app.plan.result.PlanWriter;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads planning problems and results, and writes plans, all as JSON. */
public final class PlanFiles {

  /** Devices times steps: enough for ten thousand vehicles over five days of quarters. */
  public static final int MOST_DECISIONS = 5_000_000;

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
    return read(json, MOST_DECISIONS);
  }

  /**
   * The same for somebody who does not want to wait for large ones.
   *
   * @param mostDecisions the most devices times steps that are taken
   */
  public static PlanningProblem read(String json, int mostDecisions) {
    StrictJson.Draft<PlanRequest> draft = StrictJson.readDraft(json, PlanRequest.class);
    if (!draft.wrongTypes().isEmpty()) {
      throw FurtherMistakes.added(draft, mostDecisions);
    }
    return ProblemReader.read(draft.value().orElseThrow(), mostDecisions);
  }

  /**
   * The same out of a stream of UTF-8, which is read to its end and not closed.
   *
   * @throws IOException when the stream cannot be read
   */
  public static PlanningProblem read(InputStream json) throws IOException {
    return read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
  }

  /**
   * Reads a result, whoever made it; its format is described in {@link PlanDocument}.
   *
   * @throws energy.setpoint.app.plan.json.InvalidDocument with every mistake and its place
   */
  public static PlanDocument readResult(String json) {
    return StrictJson.read(json, PlanDocument.class);
  }

  /**
   * A plan with the reasons for it.
   *
   * @param timeBudget for the search for what would help vehicles that leave short
   */
  public static PlanDocument explained(PlanningProblem problem, Plan plan, Duration timeBudget) {
    return PlanWriter.document(problem, plan).with(WhyWriter.why(problem, plan, timeBudget));
  }

  /**
   * Writes a plan for people and programs, without reasons; its format is described in {@link
   * PlanDocument}.
   */
  public static String write(PlanningProblem problem, Plan plan) {
    return write(PlanWriter.document(problem, plan));
  }

  /** Writes a result. */
  public static String write(PlanDocument result) {
    return WRITER.writeValueAsString(result) + "\n";
  }
}
