package energy.setpoint.ocpp.overheard;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a call of the CSMS would change among the charging profiles of a station. */
public sealed interface ProfileChange {

  /** One profile is added, or replaces the one with its id. */
  record Install(CsmsProfile profile) implements ProfileChange {}

  /**
   * A transaction is started with a profile.
   *
   * @param payload of the call without the profile
   * @param asSet payload of the SetChargingProfile call that would install the profile
   */
  record StartWith(CsmsProfile profile, JsonNode payload, JsonNode asSet)
      implements ProfileChange {}

  /** Profiles are removed: the one with an id, or else all that meet every criterion given. */
  record Clear(
      Optional<Integer> id,
      Optional<Integer> evse,
      Optional<Purpose> purpose,
      Optional<Integer> stackLevel)
      implements ProfileChange {

    public boolean matches(CsmsProfile profile) {
      return id.map(it -> it == profile.id())
          .orElseGet(() ->
              evse.map(it -> it == profile.evse()).orElse(true)
                  && purpose.map(it -> it == profile.purpose()).orElse(true)
                  && stackLevel.map(it -> it == profile.stackLevel()).orElse(true));
    }
  }

  /** A profile whose effect cannot be combined with our limits safely. */
  record Unfit(String reason) implements ProfileChange {}
}
