package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.der.template.DeviceDetail;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Polling;
import energy.setpoint.der.template.RegisterPoint;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is read together, with every n-th poll of a device.
 *
 * @param every from 1; all groups are due with the first poll
 * @param what the points or details, in any order
 * @param blocks that cover them
 */
record PollGroup<T>(int every, List<T> what, List<RegisterBlock> blocks) {

  /** The points of a device; those that are read most often come first. */
  static List<PollGroup<Map.Entry<Measured, RegisterPoint>>> ofPoints(Transport.Modbus modbus) {
    List<PollGroup<Map.Entry<Measured, RegisterPoint>>> groups = new ArrayList<>();
    grouped(
            modbus.points().entrySet().stream(),
            it -> modbus.findPolling(it.getKey()).map(Polling::every).orElse(1))
        .forEach((every, points) ->
            groups.add(
                new PollGroup<>(
                    every,
                    points,
                    RegisterBlock.covering(
                        points.stream().flatMap(it -> RegisterBlock.of(it.getValue())), modbus))));
    return groups;
  }

  /** The details of a device. */
  static List<PollGroup<DeviceDetail>> ofDetails(Transport.Modbus modbus) {
    List<PollGroup<DeviceDetail>> groups = new ArrayList<>();
    grouped(modbus.details().stream(), it -> it.polling().every())
        .forEach((every, details) ->
            groups.add(
                new PollGroup<>(
                    every,
                    details,
                    RegisterBlock.covering(details.stream().flatMap(RegisterBlock::of), modbus))));
    return groups;
  }

  private static <T> Map<Integer, List<T>> grouped(Stream<T> all, ToIntFunction<T> every) {
    return all.collect(Collectors.groupingBy(every::applyAsInt, TreeMap::new, Collectors.toList()));
  }

  /** Whether it is read with a poll, which are counted from 0. */
  boolean isDue(long poll) {
    return poll % every == 0;
  }

  RegisterSnapshot read(ModbusUnit unit) throws ModbusException, IOException {
    RegisterSnapshot snapshot = new RegisterSnapshot();
    for (RegisterBlock block : blocks) {
      snapshot.put(block, unit.read(block));
    }
    return snapshot;
  }
}
