package energy.setpoint.simulation.world;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.device.EmbeddedBroker;
import energy.setpoint.simulation.device.SimulatedModbusDevices;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.station.ExternalSystem;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.habit.Habits;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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

  /** A station behaves so from now on. */
  public void adopt(String name, Habits habits) {
    atStation(name, station -> station.adopt(habits));
  }

  /** A station restarts, whatever goes on. */
  public void rebootStation(String name) {
    atStation(name, SimulatedStation::reboot);
  }

  /** A system beside the engine does something with a station. */
  public void external(String name, Consumer<ExternalSystem> task) {
    atStation(name, station -> station.external(task));
  }

  /** What a station senses of the grid changes. */
  public void sense(String name, UnaryOperator<Surroundings> change) {
    atStation(name, station -> station.sense(change));
  }

  private void atStation(String name, Consumer<SimulatedStation> action) {
    SimulatedStation station =
        site.findStation(new StationId(name))
            .orElseThrow(() -> new IllegalArgumentException("There is no station " + name + "."));
    action.accept(station);
  }
}
