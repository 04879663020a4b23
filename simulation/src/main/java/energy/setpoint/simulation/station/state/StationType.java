package energy.setpoint.simulation.station.state;

import energy.setpoint.simulation.profile.ProfileRules;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A product: what a station of it can do, in any version.
 *
 * @param card what it says of itself when it boots
 * @param rules what it makes of charging profiles; what the version allows where empty
 * @param rebootTime from a reset until it connects again
 * @param settings values of configuration keys (1.6, such as {@code HeartbeatInterval}) and of
 *     variables (2.x, such as {@code AlignedDataCtrlr.Interval}) as they leave the factory
 */
public record StationType(
    StationCard card,
    Optional<ProfileRules> rules,
    Duration rebootTime,
    Iso15118 iso15118,
    Map<String, String> settings) {

  /** The one that the demo uses. */
  public static final StationType USUAL =
      new StationType(
          new StationCard("Setpoint", "Simulated", "", "1.0"),
          Optional.empty(),
          Duration.ofSeconds(5),
          Iso15118.USUAL,
          Map.of());

  public StationType {
    settings = Map.copyOf(settings);
  }

  public StationType with(ProfileRules other) {
    return new StationType(card, Optional.of(other), rebootTime, iso15118, settings);
  }

  public StationType with(Iso15118 other) {
    return new StationType(card, rules, rebootTime, other, settings);
  }

  public StationType with(StationCard other) {
    return new StationType(other, rules, rebootTime, iso15118, settings);
  }

  public StationType withSettings(Map<String, String> other) {
    return new StationType(card, rules, rebootTime, iso15118, other);
  }
}
