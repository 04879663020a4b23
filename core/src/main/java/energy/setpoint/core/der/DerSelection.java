package energy.setpoint.core.der;

/** Which DER controls are meant (R04.FR.41 to 46). */
public sealed interface DerSelection {

  /** Whether the defaults or the scheduled ones are looked at. */
  boolean defaults();

  /** All of them. */
  record All(boolean defaults) implements DerSelection {}

  /** Those of one kind. */
  record OfType(boolean defaults, DerControlType type) implements DerSelection {}

  /** The one with this id. */
  record WithId(boolean defaults, String id) implements DerSelection {}

  default boolean matches(HeldControl control) {
    return control.isDefault() == defaults()
        && switch (this) {
          case All _ -> true;
          case OfType(_, var type) -> control.type() == type;
          case WithId(_, var id) -> control.id().equals(id);
        };
  }
}
