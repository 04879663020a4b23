package energy.setpoint.app.web.view;

import energy.setpoint.app.storage.query.PlanSummary;
import energy.setpoint.core.plan.SolveReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A stored plan without its curves. */
@Schema(description = "A stored plan without its curves.")
public record PlanHeadline(
    String id,
    @Schema(description = "In the site's time.") Instant createdAt,
    @Schema(description = "Over all of its steps, in the site's currency.") double totalCost,
    @Schema(description = "How many needs it does not meet.") int shortfalls,
    @Schema(example = "GLOP linear program") String method,
    SolveReport.Status status) {

  public static PlanHeadline of(PlanSummary plan) {
    return new PlanHeadline(
        plan.id().value(),
        plan.createdAt(),
        Rounded.price(plan.totalCost()),
        plan.shortfalls(),
        plan.method(),
        plan.status());
  }
}
