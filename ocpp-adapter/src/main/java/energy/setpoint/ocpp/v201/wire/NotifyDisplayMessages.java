package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The messages that a station displays. */
public record NotifyDisplayMessages(
    int requestId, @Items(min = 1) Optional<List<ObjectNode>> messageInfo, Optional<Boolean> tbc) {}
