package energy.setpoint.core.der;

import energy.setpoint.core.time.Interval;
import java.util.Optional;

/**
 * A setting with a name, a rank and a time. Of one kind, a scheduled control goes before the
 * default while it lasts, and a lower number before a higher one (R04.FR.03 to 11).
 *
 * @param id 1 to 36 characters, unique within the station
 * @param priority 0 is the highest
 * @param scheduled when it holds; empty for a default, which has no times (R04.FR.12)
 */
public record DerControl(
    String id, int priority, Optional<Interval> scheduled, DerSetting setting) {

  private static final int LONGEST_ID = 36;

  public DerControl {
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "The id of a DER control has 1 to 36 characters, not '" + id + "'.");
    }
    if (priority < 0) {
      throw new IllegalArgumentException(
          "The highest priority of a DER control is 0, not " + priority + ".");
    }
    if (scheduled.isPresent() && setting.type().isDefaultOnly()) {
      throw new IllegalArgumentException(
          "A control of kind " + setting.type() + " is a default and cannot be scheduled.");
    }
  }

  public static DerControl ofDefault(String id, int priority, DerSetting setting) {
    return new DerControl(id, priority, Optional.empty(), setting);
  }

  public static DerControl scheduled(String id, int priority, Interval when, DerSetting setting) {
    return new DerControl(id, priority, Optional.of(when), setting);
  }

  public DerControlType type() {
    return setting.type();
  }

  public boolean isDefault() {
    return scheduled.isEmpty();
  }
}
