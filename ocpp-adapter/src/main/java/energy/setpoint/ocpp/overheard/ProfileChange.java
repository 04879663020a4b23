package energy.setpoint.ocpp.overheard;

import energy.setpoint.ocpp.composite.profile.ChargingProfile;
import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a call of the CSMS would change among the charging profiles of a station. */
public sealed interface ProfileChange {

  /** One profile is added, or replaces the one with its id. */
  record Install(ChargingProfile profile) implements ProfileChange {}

  /**
   * A transaction is started with a profile.
   *
   * @param payload of the call without the profile
   * @param asSet payload of the SetChargingProfile call that would install the profile
   */
  record StartWith(ChargingProfile profile, JsonNode payload, JsonNode asSet)
      implements ProfileChange {}

  /** Profiles are removed: the one with an id, or else all that meet every criterion given. */
  record Clear(
      Optional<Integer> id,
      Optional<Integer> evse,
      Optional<ProfilePurpose> purpose,
      Optional<Integer> stackLevel)
      implements ProfileChange {

    public boolean matches(ChargingProfile profile) {
      return id.map(it -> it == profile.id())
          .orElseGet(() ->
              evse.map(it -> it == profile.evseId()).orElse(true)
                  && purpose.map(it -> it == profile.purpose()).orElse(true)
                  && stackLevel.map(it -> it == profile.stackLevel()).orElse(true));
    }
  }

  /** A profile whose effect cannot be combined with our limits safely. */
  record Unfit(String reason) implements ProfileChange {}
}
