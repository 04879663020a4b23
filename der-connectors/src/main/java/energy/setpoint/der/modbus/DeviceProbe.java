package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.device.ReadingVerdict;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads a device by its template with none of the engine around it, and tells what came of each
 * point. Writes nothing. For one thread.
 */
public final class DeviceProbe implements AutoCloseable {

  private final DeviceConnection connection;
  private final ModbusAddress address;
  private final Transport.Modbus modbus;
  private final InstantSource clock;
  private final ModbusLink link;
  private final ModbusUnit unit;

  /**
   * Connects to nothing yet.
   *
   * @throws IllegalArgumentException when the device does not speak Modbus
   */
  public DeviceProbe(DeviceConnection connection, InstantSource clock) {
    if (!(connection.address() instanceof ModbusAddress at)
        || !(connection.template().transport() instanceof Transport.Modbus described)) {
      throw new IllegalArgumentException(
          "The template '%s' speaks %s; expected one that speaks modbus."
              .formatted(connection.template().name(), connection.template().transport().key()));
    }
    this.connection = connection;
    this.address = at;
    this.modbus = described;
    this.clock = clock;
    this.link = new ModbusLink(at.line());
    this.unit =
        new ModbusUnit(
            link,
            at.unit().orElse(described.unit()),
            described.timeout(),
            described.pauseBetweenRequests());
  }

  /**
   * Reads every point once, each with requests of its own, so that one which the device refuses
   * takes no other with it.
   *
   * @throws IOException when the device cannot be reached or does not answer
   */
  public ProbeReport read() throws IOException {
    Instant now = clock.instant();
    List<ProbedPoint> points = new ArrayList<>();
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    for (Measured measured : Measured.values()) {
      RegisterPoint point = modbus.points().get(measured);
      if (point != null) {
        ProbedPoint probed = read(measured.key(), point);
        points.add(probed);
        probed.quantity().ifPresent(it -> quantities.put(measured, it));
      }
    }
    return new ProbeReport(
        points,
        ReadingVerdict.of(
            connection.template(),
            connection.device(),
            now,
            now.plus(connection.template().staleAfter()),
            quantities));
  }

  private ProbedPoint read(String name, RegisterPoint point) throws IOException {
    try {
      RegisterSnapshot snapshot = new RegisterSnapshot();
      for (RegisterBlock block : RegisterBlock.of(point).toList()) {
        snapshot.put(block, unit.read(block));
      }
      List<Integer> words =
          Arrays.stream(snapshot.words(RegisterBlock.ofValue(point))).boxed().toList();
      OptionalDouble quantity = snapshot.quantity(point);
      String missing = quantity.isPresent() ? "" : "the device says that it has no value";
      return new ProbedPoint(name, point, words, quantity, missing);
    } catch (ModbusSlaveException e) {
      return ProbedPoint.unread(
          name, point, "Modbus exception " + e.getType() + ": " + e.getMessage());
    } catch (ModbusException | IOException e) {
      link.close();
      throw new IOException(
          "The device at %s does not answer: %s".formatted(address.place(), Reason.of(e)), e);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
