package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A station that can do nothing. */
final class NoControls implements StationControls {

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public Verdict install(ChargingProfile profile) {
    return new Verdict.Refused("None", "none");
  }

  @Override
  public int clear(ProfileFilter filter) {
    return 0;
  }

  @Override
  public Optional<List<CompositeStep>> composite(int evse, Duration duration) {
    return Optional.empty();
  }

  @Override
  public double voltsTimesPhases(int evse) {
    return 0;
  }

  @Override
  public boolean startRemotely(OptionalInt evse, String token) {
    return false;
  }

  @Override
  public boolean stopRemotely(String transactionId) {
    return false;
  }

  @Override
  public boolean trigger(String message) {
    return false;
  }

  @Override
  public void reset() {}
}
