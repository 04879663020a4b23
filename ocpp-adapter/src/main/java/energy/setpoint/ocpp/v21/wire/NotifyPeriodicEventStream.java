package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Monitored values of a stream; sent without being answered. */
public record NotifyPeriodicEventStream(
    @Items(min = 1) List<ObjectNode> data,
    @Range(min = 0) int id,
    @Range(min = 0) int pending,
    Instant basetime) {}
