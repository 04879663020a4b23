package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One measurement; what is absent has the default of the specification. */
public record SampledValueType(
    BigDecimal value,
    @OneOf({
          "Interruption.Begin",
          "Interruption.End",
          "Other",
          "Sample.Clock",
          "Sample.Periodic",
          "Transaction.Begin",
          "Transaction.End",
          "Trigger"
        })
        Optional<String> context,
    @OneOf({
          "Current.Export",
          "Current.Import",
          "Current.Offered",
          "Energy.Active.Export.Register",
          "Energy.Active.Import.Register",
          "Energy.Reactive.Export.Register",
          "Energy.Reactive.Import.Register",
          "Energy.Active.Export.Interval",
          "Energy.Active.Import.Interval",
          "Energy.Active.Net",
          "Energy.Reactive.Export.Interval",
          "Energy.Reactive.Import.Interval",
          "Energy.Reactive.Net",
          "Energy.Apparent.Net",
          "Energy.Apparent.Import",
          "Energy.Apparent.Export",
          "Frequency",
          "Power.Active.Export",
          "Power.Active.Import",
          "Power.Factor",
          "Power.Offered",
          "Power.Reactive.Export",
          "Power.Reactive.Import",
          "SoC",
          "Voltage"
        })
        Optional<String> measurand,
    @OneOf({"L1", "L2", "L3", "N", "L1-N", "L2-N", "L3-N", "L1-L2", "L2-L3", "L3-L1"})
        Optional<String> phase,
    @OneOf({"Body", "Cable", "EV", "Inlet", "Outlet"}) Optional<String> location,
    Optional<ObjectNode> signedMeterValue,
    Optional<UnitOfMeasureType> unitOfMeasure) {}
