package energy.setpoint.core.plan.money;

/**
 * One line of a plan's bill.
 *
 * @param name of the peak price or the event; the kind's own name elsewhere
 * @param amount in the site's currency, negative when earned
 */
public record CostItem(Kind kind, String name, double amount) {

  /** What is paid for. */
  public enum Kind {
    IMPORT_ENERGY("energy from the grid"),
    IMPORT_FEE("fees on import"),
    IMPORT_TAX("tax on import"),
    EXPORT_ENERGY("energy into the grid"),
    EXPORT_FEE("fees on export"),
    EXPORT_TAX("tax on export"),
    CARBON("carbon dioxide"),
    PEAK("peak"),
    VEHICLE_WEAR("wear of vehicles"),
    BATTERY_WEAR("wear of batteries"),
    LATE("energy short at departure"),
    EVENT("event"),
    STORED_ENERGY("energy left in batteries");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** An item that goes by the words of its kind, in the site's currency. */
  public static CostItem of(Kind kind, double amount) {
    return new CostItem(kind, kind.words(), amount);
  }
}
