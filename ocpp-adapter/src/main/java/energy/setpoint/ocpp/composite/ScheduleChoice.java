package energy.setpoint.ocpp.composite;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ChargingSchedule;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import java.util.List;
import java.util.Optional;

/**
 * Which schedule of a transaction's profiles the vehicle follows (ISO 15118): schedules at the same
 * place in their profiles belong together (2.1 errata K15.FR.22, K18.FR.24).
 *
 * @param place of the chosen one, counted from 0; absent while the vehicle has not chosen
 */
record ScheduleChoice(Optional<Integer> place) {

  /**
   * Finds the place of the schedule that was chosen by its id.
   *
   * @param profiles of the transaction
   */
  static ScheduleChoice of(Optional<Integer> scheduleId, List<ChargingProfile> profiles) {
    return new ScheduleChoice(
        scheduleId.flatMap(id ->
            profiles.stream()
                .filter(profile -> profile.schedules().size() > 1)
                .flatMap(profile -> placeOf(id, profile).stream())
                .findFirst()));
  }

  private static Optional<Integer> placeOf(int scheduleId, ChargingProfile profile) {
    List<Integer> ids = profile.schedules().stream().map(ChargingSchedule::id).toList();
    return Optional.of(ids.indexOf(scheduleId)).filter(place -> place >= 0);
  }

  /** Those that may be in force; all, when nothing was chosen or the profile has no such place. */
  List<ChargingSchedule> of(ChargingProfile profile) {
    List<ChargingSchedule> all = profile.schedules();
    return place
        .filter(chosen -> profile.purpose() == ProfilePurpose.TX && chosen < all.size())
        .map(chosen -> List.of(all.get(chosen)))
        .orElse(all);
  }
}
