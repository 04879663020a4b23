package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the engine may ask of a station, whatever the version. */
public interface StationControls {

  /**
   * A step of a composite schedule.
   *
   * @param amps the most per phase from then on
   */
  record CompositeStep(int startSecond, double amps) {}

  Instant now();

  Verdict install(ChargingProfile profile);

  /** How many profiles were removed. */
  int clear(ProfileFilter filter);

  /** Empty when there is no such EVSE. */
  Optional<List<CompositeStep>> composite(int evse, Duration duration);

  /** Volts between phase and neutral times the phases of an EVSE, to turn amperes into watts. */
  double voltsTimesPhases(int evse);

  /** True when a vehicle waits for a token at the EVSE, or at any. */
  boolean startRemotely(OptionalInt evse, String token);

  /** True when there is such a transaction. */
  boolean stopRemotely(String transactionId);

  /** True when the message is one that this station can send at any time. */
  boolean trigger(String message);

  void reset();
}
