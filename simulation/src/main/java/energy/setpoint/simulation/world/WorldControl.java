package energy.setpoint.simulation.world;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.device.EmbeddedBroker;
import energy.setpoint.simulation.device.SimulatedModbusDevices;
import energy.setpoint.simulation.station.SimulatedStation;
import java.io.IOException;
import java.util.function.Consumer;

/** Breaks parts of the world and mends them, while it runs. Thread-safe. */
public final class WorldControl {

  private final SimulatedSite site;
  private final EmbeddedBroker broker;
  private final SimulatedModbusDevices modbus;

  WorldControl(SimulatedSite site, EmbeddedBroker broker, SimulatedModbusDevices modbus) {
    this.site = site;
    this.broker = broker;
    this.modbus = modbus;
  }

  public void killBroker() {
    broker.stop();
  }

  public void reviveBroker() throws IOException {
    broker.start();
  }

  public void killModbus() {
    modbus.stop();
  }

  public void reviveModbus() throws IOException {
    modbus.start();
  }

  /** A station loses its power; nothing flows there until it is revived. */
  public void killStation(String name) {
    atStation(name, SimulatedStation::cutPower);
  }

  public void reviveStation(String name) {
    atStation(name, SimulatedStation::restorePower);
  }

  /** A station loses its network, and goes on charging. */
  public void cutNetwork(String name) {
    atStation(name, SimulatedStation::cutNetwork);
  }

  public void restoreNetwork(String name) {
    atStation(name, SimulatedStation::restoreNetwork);
  }

  private void atStation(String name, Consumer<SimulatedStation> action) {
    SimulatedStation station =
        site.findStation(new StationId(name))
            .orElseThrow(() -> new IllegalArgumentException("There is no station " + name + "."));
    action.accept(station);
  }
}
