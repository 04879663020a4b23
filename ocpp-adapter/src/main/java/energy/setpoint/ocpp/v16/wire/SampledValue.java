package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** One measurement; what is absent has the default of the specification. */
public record SampledValue(
    String value,
    @OneOf({
          "Interruption.Begin",
          "Interruption.End",
          "Sample.Clock",
          "Sample.Periodic",
          "Transaction.Begin",
          "Transaction.End",
          "Trigger",
          "Other"
        })
        Optional<String> context,
    @OneOf({"Raw", "SignedData"}) Optional<String> format,
    @OneOf({
          "Energy.Active.Export.Register",
          "Energy.Active.Import.Register",
          "Energy.Reactive.Export.Register",
          "Energy.Reactive.Import.Register",
          "Energy.Active.Export.Interval",
          "Energy.Active.Import.Interval",
          "Energy.Reactive.Export.Interval",
          "Energy.Reactive.Import.Interval",
          "Power.Active.Export",
          "Power.Active.Import",
          "Power.Offered",
          "Power.Reactive.Export",
          "Power.Reactive.Import",
          "Power.Factor",
          "Current.Import",
          "Current.Export",
          "Current.Offered",
          "Voltage",
          "Frequency",
          "Temperature",
          "SoC",
          "RPM"
        })
        Optional<String> measurand,
    @OneOf({"L1", "L2", "L3", "N", "L1-N", "L2-N", "L3-N", "L1-L2", "L2-L3", "L3-L1"})
        Optional<String> phase,
    @OneOf({"Cable", "EV", "Inlet", "Outlet", "Body"}) Optional<String> location,
    @OneOf({
          "Wh",
          "kWh",
          "varh",
          "kvarh",
          "W",
          "kW",
          "VA",
          "kVA",
          "var",
          "kvar",
          "A",
          "V",
          "K",
          "Celcius",
          "Celsius",
          "Fahrenheit",
          "Percent"
        })
        Optional<String> unit) {}
