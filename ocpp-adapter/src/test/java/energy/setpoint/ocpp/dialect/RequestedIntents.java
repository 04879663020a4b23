package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerCurve;
import energy.setpoint.core.der.DerCurve.Point;
import energy.setpoint.core.der.DerSelection;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.der.DerSetting.Flow;
import energy.setpoint.core.der.DerUnit;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.tariff.driver.CostBound;
import energy.setpoint.core.tariff.driver.DriverTariff;
import energy.setpoint.core.tariff.driver.DriverTariff.Priced;
import energy.setpoint.core.tariff.driver.PriceList;
import energy.setpoint.core.tariff.driver.TariffConditions;
import energy.setpoint.core.tariff.driver.TariffConditions.Band;
import energy.setpoint.core.tariff.driver.TariffConditions.Usage;
import energy.setpoint.core.tariff.driver.TariffText;
import energy.setpoint.core.tariff.driver.TaxRate;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.v21.wire.der.DERControlEnum;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What somebody outside of the loop may ask for: a DER control of each form, and tariffs. */
public final class RequestedIntents {

  public static final Set<String> ALL_CONTROLS =
      Arrays.stream(DERControlEnum.values())
          .map(Enum::name)
          .collect(Collectors.toUnmodifiableSet());

  /** An hour from the present of {@link FakeStation}. */
  public static final Interval HOUR = Interval.of(FakeStation.NOON, Duration.ofHours(1));

  /** Absorbs above and injects below the nominal voltage, by IEEE 1547-2018 category B. */
  public static final DerControl VOLT_VAR =
      DerControl.ofDefault(
          "volt-var-1",
          1,
          new DerSetting.Curve(
              DerControlType.VOLT_VAR,
              new DerCurve(
                  List.of(
                      new Point(92, 44), new Point(98, 0), new Point(102, 0), new Point(108, -44)),
                  DerUnit.PERCENT_OF_MAX_VAR,
                  Optional.of(Duration.ofSeconds(5)),
                  Optional.of(
                      new DerCurve.Hysteresis(
                          OptionalDouble.of(1),
                          OptionalDouble.of(0.5),
                          Optional.of(Duration.ofSeconds(300)),
                          OptionalDouble.of(2))),
                  Optional.empty(),
                  Optional.of(
                      new DerCurve.VoltageReference(
                          OptionalDouble.of(100),
                          Optional.of(true),
                          Optional.of(Duration.ofSeconds(300)))))));

  private RequestedIntents() {}

  public static Map<String, ChargingIntent> all() {
    Map<String, ChargingIntent> all = new LinkedHashMap<>();
    controls().forEach((name, control) -> all.put("SetControl " + name, set(control)));
    all.put(
        "ClearControls of a kind", clear(new DerSelection.OfType(true, DerControlType.VOLT_VAR)));
    all.put("ClearControls by id", clear(new DerSelection.WithId(false, "power-factor-1")));
    all.put("ClearControls, all scheduled", clear(new DerSelection.All(false)));
    all.put("AskForControls", new DerIntent.AskForControls(FakeStation.ID, 7));
    all.put(
        "SetDefault tariff",
        new TariffIntent.SetDefault(FakeStation.ID, OptionalInt.of(1), tariff()));
    all.put(
        "ChangeTransaction tariff",
        new TariffIntent.ChangeTransaction(FakeStation.ID, "701", flatTariff()));
    all.put(
        "Clear tariffs",
        new TariffIntent.Clear(FakeStation.ID, OptionalInt.empty(), List.of("day-and-night")));
    all.put("AskForTariffs", new TariffIntent.AskForTariffs(FakeStation.ID));
    return all;
  }

  public static DerIntent.SetControl set(DerControl control) {
    return new DerIntent.SetControl(FakeStation.ID, control);
  }

  public static DerIntent.ClearControls clear(DerSelection which) {
    return new DerIntent.ClearControls(FakeStation.ID, which);
  }

  /** One of each form. */
  public static Map<String, DerControl> controls() {
    Map<String, DerControl> controls = new LinkedHashMap<>();
    controls.put("volt-var", VOLT_VAR);
    controls.put(
        "high-voltage cessation",
        DerControl.ofDefault(
            "cessation-1",
            0,
            new DerSetting.Curve(
                DerControlType.HIGH_VOLTAGE_MOMENTARY_CESSATION,
                new DerCurve(
                    List.of(new Point(0.16, 110), new Point(13, 110)),
                    DerUnit.NOT_APPLICABLE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(
                        new DerCurve.VoltageParameters(
                            OptionalDouble.of(110),
                            Optional.of(Duration.ofMillis(500)),
                            Optional.of(DerCurve.CessationPower.REACTIVE))),
                    Optional.empty()))));
    controls.put(
        "fixed power factor",
        DerControl.scheduled(
            "power-factor-1", 2, HOUR, new DerSetting.FixedPowerFactor(Flow.INJECT, 0.95, false)));
    controls.put(
        "fixed var",
        DerControl.scheduled(
            "var-1", 2, HOUR, new DerSetting.FixedVar(-30, DerUnit.PERCENT_OF_MAX_VAR)));
    controls.putAll(otherControls());
    return controls;
  }

  private static Map<String, DerControl> otherControls() {
    Map<String, DerControl> controls = new LinkedHashMap<>();
    controls.put(
        "limit on discharge",
        DerControl.scheduled(
            "discharge-1",
            0,
            HOUR,
            new DerSetting.LimitMaxDischarge(
                OptionalDouble.of(50),
                Optional.of(
                    DerCurve.of(
                        DerUnit.PERCENT_OF_MAX_WATT, new Point(0, 100), new Point(60, 50))))));
    controls.put(
        "enter service",
        DerControl.ofDefault(
            "enter-1",
            0,
            new DerSetting.EnterService(
                105,
                91.7,
                60.1,
                59.5,
                Optional.of(Duration.ofSeconds(300)),
                Optional.of(Duration.ofSeconds(60)),
                Optional.of(Duration.ofSeconds(300)))));
    controls.put(
        "frequency droop",
        DerControl.ofDefault(
            "droop-1",
            0,
            new DerSetting.FrequencyDroop(60.036, 59.964, 0.05, 0.05, Duration.ofSeconds(5))));
    controls.put(
        "gradients",
        DerControl.ofDefault(
            "gradients-1",
            0,
            new DerSetting.Gradients(Duration.ofSeconds(10), Duration.ofSeconds(300))));
    return controls;
  }

  /** Prices by time and place, with tax, bounds and words. */
  public static DriverTariff tariff() {
    TaxRate vat = new TaxRate("VAT", new BigDecimal("19"), 0);
    TariffConditions night =
        new TariffConditions(
            Optional.of(LocalTime.of(22, 0)),
            Optional.of(LocalTime.of(6, 0)),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Optional.of(LocalDate.of(2026, 1, 1)),
            Optional.of(LocalDate.of(2027, 1, 1)),
            Optional.of(Supply.AC),
            Map.of(
                Usage.POWER, new Band(Optional.empty(), Optional.of(11_000.0)),
                Usage.TIME, new Band(Optional.of(60.0), Optional.empty())),
            Optional.empty(),
            Optional.empty());
    return new DriverTariff(
        "day-and-night",
        Currency.getInstance("EUR"),
        Optional.of(FakeStation.NOON),
        List.of(
            new TariffText(Optional.of("en"), "0.25 by night, 0.45 by day, a minute idle 0.10")),
        Map.of(
            Priced.ENERGY,
            new PriceList(
                List.of(
                    new PriceList.Price(new BigDecimal("0.25"), Optional.of(night)),
                    new PriceList.Price(new BigDecimal("0.45"), Optional.empty())),
                List.of(vat)),
            Priced.IDLE_TIME,
            PriceList.of("0.10"),
            Priced.TRANSACTION,
            PriceList.of("1")),
        Optional.empty(),
        Optional.of(
            new CostBound(
                Optional.of(new BigDecimal("50")),
                Optional.of(new BigDecimal("59.50")),
                List.of(vat))));
  }

  public static DriverTariff flatTariff() {
    return new DriverTariff(
        "flat",
        Currency.getInstance("EUR"),
        Optional.empty(),
        List.of(),
        Map.of(Priced.ENERGY, PriceList.of("0.39")),
        Optional.empty(),
        Optional.empty());
  }

  /** The gist of a call about one of these, for the table of capabilities. */
  static String gist(OutboundCall call) {
    JsonNode payload = call.payload();
    String words = call.action();
    if (payload.has("controlType")) {
      words += " " + payload.get("controlType").stringValue();
    }
    if (payload.has("isDefault")) {
      words += payload.get("isDefault").booleanValue() ? ", default" : ", scheduled";
    }
    boolean byId = payload.has("controlId") && !payload.has("controlType");
    return words + (byId ? ", by id" : "");
  }
}
