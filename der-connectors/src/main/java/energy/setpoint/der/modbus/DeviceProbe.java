package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.device.ReadingVerdict;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.template.DetailForm;
import energy.setpoint.der.template.DeviceDetail;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

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
   * Reads every point and detail once, each with requests of its own, so that one which the device
   * refuses takes no other with it.
   *
   * @throws IOException when the device cannot be reached or does not answer
   */
  public ProbeReport read() throws IOException {
    Instant now = clock.instant();
    List<ProbedPoint> points = new ArrayList<>();
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    for (Map.Entry<Measured, RegisterPoint> it : new EnumMap<>(modbus.points()).entrySet()) {
      points.add(read(it.getKey(), it.getValue(), quantities));
    }
    List<ProbedPoint> details = new ArrayList<>();
    for (DeviceDetail detail : modbus.details()) {
      List<RegisterBlock> blocks = RegisterBlock.of(detail).toList();
      details.add(read(detail.name(), blocks, snapshot -> snapshot.text(detail)));
    }
    Instant end = now.plus(connection.template().staleAfter());
    return new ProbeReport(
        points,
        details,
        ReadingVerdict.of(connection.template(), connection.device(), now, end, quantities));
  }

  private ProbedPoint read(Measured measured, RegisterPoint point, Map<Measured, Double> quantities)
      throws IOException {
    DetailForm.Number form = new DetailForm.Number(point, shownUnit(point));
    double size = form.unit().equals("%") ? 100 : 1;
    return read(
        measured.key(),
        RegisterBlock.of(point).toList(),
        snapshot -> {
          OptionalDouble quantity = snapshot.quantity(point);
          quantity.ifPresent(it -> quantities.put(measured, it));
          return quantity.isPresent()
              ? Optional.of(form.show(quantity.getAsDouble() * size))
              : Optional.empty();
        });
  }

  private static String shownUnit(RegisterPoint point) {
    return switch (point.conversion().unit()) {
      case WATT, KILOWATT -> "W";
      case AMPERE, MILLIAMPERE -> "A";
      case PERCENT, FRACTION -> "%";
      case NUMBER -> "";
    };
  }

  /**
   * Reads something.
   *
   * @param blocks that of the value first, then that of its scale register
   */
  private ProbedPoint read(
      String name, List<RegisterBlock> blocks, Function<RegisterSnapshot, Optional<String>> text)
      throws IOException {
    try {
      RegisterSnapshot snapshot = new RegisterSnapshot();
      for (RegisterBlock block : blocks) {
        snapshot.put(block, unit.read(block));
      }
      Optional<String> value = text.apply(snapshot);
      return probed(
          name,
          blocks.getFirst(),
          Arrays.stream(snapshot.words(blocks.getFirst())).boxed().toList(),
          value,
          value.isPresent() ? "" : "the device says that it has no value");
    } catch (ModbusSlaveException e) {
      String why = "Modbus exception " + e.getType() + ": " + e.getMessage();
      return probed(name, blocks.getFirst(), List.of(), Optional.empty(), why);
    } catch (ModbusException | IOException e) {
      link.close();
      throw new IOException(
          "The device at %s does not answer: %s".formatted(address.place(), Reason.of(e)), e);
    }
  }

  private static ProbedPoint probed(
      String name, RegisterBlock at, List<Integer> words, Optional<String> value, String missing) {
    return new ProbedPoint(name, at.table(), at.start(), at.count(), words, value, missing);
  }

  @Override
  public void close() {
    link.close();
  }
}
