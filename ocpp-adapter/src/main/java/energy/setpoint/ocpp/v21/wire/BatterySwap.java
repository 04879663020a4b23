package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Batteries were put in or taken out of a swap station. */
public record BatterySwap(
    @Items(min = 1) List<ObjectNode> batteryData,
    @OneOf({"BatteryIn", "BatteryOut", "BatteryOutTimeout"}) String eventType,
    IdTokenType idToken,
    int requestId) {}
