package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.part.BatteryAsset;

/** A stationary battery in the model. */
public record BatteryColumns(BatteryAsset asset, Storage storage) {}
