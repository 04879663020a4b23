package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.der.ClearDERControl;
import energy.setpoint.ocpp.v21.wire.der.GetDERControl;
import java.util.List;
import java.util.Optional;

/**
 * What is wanted of DER controls as calls (use case R04). A station is never sent a kind of control
 * that it did not tell.
 */
public final class DerCalls {

  private DerCalls() {}

  public static Encoding encode(DerIntent intent, StationTraits traits) {
    if (traits.derControls().isEmpty()) {
      return new Encoding.Inexpressible("The station has told of no DER controls.");
    }
    return switch (intent) {
      case DerIntent.SetControl(_, var control) -> set(control, traits);
      case DerIntent.ClearControls(_, var which) -> clear(which, traits);
      case DerIntent.AskForControls(_, var requestId) ->
          call(
              "GetDERControl",
              new GetDERControl(requestId, Optional.empty(), Optional.empty(), Optional.empty()));
    };
  }

  private static boolean knows(StationTraits traits, DerControlType type) {
    return traits.derControls().contains(DerWords.of(type).name());
  }

  private static Encoding set(DerControl control, StationTraits traits) {
    return knows(traits, control.type())
        ? call("SetDERControl", SettingForm.write(control))
        : unknown(control.type());
  }

  private static Encoding clear(DerSelection which, StationTraits traits) {
    return switch (which) {
      case DerSelection.All(var defaults) ->
          clear(new ClearDERControl(defaults, Optional.empty(), Optional.empty()));
      case DerSelection.WithId(var defaults, var id) ->
          clear(new ClearDERControl(defaults, Optional.empty(), Optional.of(id)));
      case DerSelection.OfType(var defaults, var type) ->
          knows(traits, type)
              ? clear(
                  new ClearDERControl(defaults, Optional.of(DerWords.of(type)), Optional.empty()))
              : unknown(type);
    };
  }

  private static Encoding clear(ClearDERControl message) {
    return call("ClearDERControl", message);
  }

  private static Encoding call(String action, Record message) {
    return new Encoding.Exact(List.of(new OutboundCall(action, Payloads.write(message))));
  }

  private static Encoding unknown(DerControlType type) {
    return new Encoding.Inexpressible(
        "The station has not told that it knows " + DerWords.of(type) + ".");
  }
}
