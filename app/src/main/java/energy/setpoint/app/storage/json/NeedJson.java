package energy.setpoint.app.storage.json;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.NeedSource;
import tools.jackson.databind.JsonNode;

/** Charging needs as documents. */
public final class NeedJson {

  private static final int VERSION = 1;

  private NeedJson() {}

  public static String write(ChargingNeed need) {
    return Document.text(
        Document.ofVersion(VERSION)
            .put("asOf", need.asOf().toString())
            .put("storedWh", need.stored().wattHours())
            .put("capacityWh", need.capacity().wattHours())
            .put("targetWh", need.target().wattHours())
            .put("minimumAtDepartureWh", need.minimumAtDeparture().wattHours())
            .put("floorWh", need.floor().wattHours())
            .put("departure", need.departure().toString())
            .put("maxChargeW", need.maxCharge().watts())
            .put("maxDischargeW", need.maxDischarge().watts())
            .put("phases", need.phases())
            .put("source", need.source().name()));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static ChargingNeed read(String text) {
    return Document.read("charging need", VERSION, text, NeedJson::need);
  }

  private static ChargingNeed need(JsonNode document) {
    return new ChargingNeed(
        Document.instant(document.required("asOf")),
        energy(document, "storedWh"),
        energy(document, "capacityWh"),
        energy(document, "targetWh"),
        energy(document, "minimumAtDepartureWh"),
        energy(document, "floorWh"),
        Document.instant(document.required("departure")),
        power(document, "maxChargeW"),
        power(document, "maxDischargeW"),
        document.required("phases").intValue(),
        NeedSource.valueOf(document.required("source").stringValue()));
  }

  private static Energy energy(JsonNode document, String field) {
    return new Energy(document.required(field).doubleValue());
  }

  private static Power power(JsonNode document, String field) {
    return new Power(document.required(field).doubleValue());
  }
}
