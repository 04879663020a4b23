package energy.setpoint.ocpp.dialect.profile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.FakeStation;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProfilePlanTest {

  private static final Interval LEASE =
      new Interval(
          Instant.parse("2026-11-01T12:00:00.250Z"), Instant.parse("2026-11-01T12:02:00.700Z"));

  @Test
  void endsExactlyWhenTheLeaseEnds() {
    var plan = ProfilePlan.ofLease(FakeStation.evse(1), LEASE, StationTraits.PLAIN_AC);

    assertThat(plan.start().plusSeconds(plan.durationSeconds().orElseThrow()))
        .isEqualTo(LEASE.end());
  }

  @Test
  void startsEarlierForStationsWhoseClockIsSlow() {
    var plan = ProfilePlan.ofLease(FakeStation.evse(1), LEASE, StationTraits.PLAIN_AC);

    assertThat(plan.start())
        .isBetween(LEASE.start().minusSeconds(61), LEASE.start().minusSeconds(60));
  }

  @Test
  void replacesTheProfileOfTheSameEvseAndNoOther() {
    var first = ProfilePlan.ofLease(FakeStation.evse(1), LEASE, StationTraits.PLAIN_AC);
    var renewal = ProfilePlan.ofLease(FakeStation.evse(1), later(), StationTraits.PLAIN_AC);
    var other = ProfilePlan.ofLease(FakeStation.evse(2), LEASE, StationTraits.PLAIN_AC);

    assertThat(renewal.id()).isEqualTo(first.id());
    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(ProfilePlan.ofFallback().id()).isNotIn(first.id(), other.id());
  }

  @Test
  void staysWithinTheStackLevelsOfTheStation() {
    var shallow = StationTraits.alternating(RateUnit.A).withMaxStackLevel(0);

    var plan = ProfilePlan.ofLease(FakeStation.evse(1), LEASE, shallow);

    assertThat(plan.stackLevel()).isZero();
  }

  private static Interval later() {
    return new Interval(LEASE.start().plusSeconds(30), LEASE.end().plusSeconds(30));
  }
}
