package energy.setpoint.core.plan;

import java.util.UUID;

/** Names a plan. */
public record PlanId(String value) {

  public static PlanId random() {
    return new PlanId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
