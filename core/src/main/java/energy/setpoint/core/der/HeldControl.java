package energy.setpoint.core.der;

import java.util.Optional;

/**
 * A DER control as a station holds it.
 *
 * @param superseded whether another one has taken its place, so that it is not carried out
 *     (R04.FR.09)
 * @param control what it sets; empty when the station's values make no sense
 */
public record HeldControl(
    String id,
    DerControlType type,
    boolean isDefault,
    boolean superseded,
    int priority,
    Optional<DerControl> control) {

  public static HeldControl of(DerControl control) {
    return new HeldControl(
        control.id(),
        control.type(),
        control.isDefault(),
        false,
        control.priority(),
        Optional.of(control));
  }

  public HeldControl asSuperseded() {
    return new HeldControl(id, type, isDefault, true, priority, control);
  }
}
