package energy.setpoint.der.template;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way to the points of a device. */
public sealed interface Transport {

  /** How templates write it. */
  String key();

  /** The points that are described; a reading needs all of them. */
  Set<Measured> measured();

  /**
   * Modbus TCP, polled.
   *
   * @param unit where the site names none, 0 to 255
   * @param timeout for connecting and for each answer, in wall-clock time
   * @param registersPerRead the most that one request asks for, 1 to 125
   * @param bridgedGap how many registers that nobody wants are read along to save a request
   * @param pauseBetweenRequests that the device needs before it listens again, in wall-clock time
   * @param control absent for devices that are only read
   * @param polling of points that are not read and believed like the device itself
   * @param details what else the device tells, for people
   */
  record Modbus(
      int unit,
      Duration timeout,
      int registersPerRead,
      int bridgedGap,
      Duration pauseBetweenRequests,
      Map<Measured, RegisterPoint> points,
      Optional<RegisterControl> control,
      Map<Measured, Polling> polling,
      List<DeviceDetail> details)
      implements Transport {

    public Modbus {
      points = Map.copyOf(points);
      polling = Map.copyOf(polling);
      details = List.copyOf(details);
    }

    /** Registers of which all are read with every read of the device. */
    public Modbus(
        int unit,
        Duration timeout,
        int registersPerRead,
        int bridgedGap,
        Duration pauseBetweenRequests,
        Map<Measured, RegisterPoint> points,
        Optional<RegisterControl> control) {
      this(
          unit,
          timeout,
          registersPerRead,
          bridgedGap,
          pauseBetweenRequests,
          points,
          control,
          Map.of(),
          List.of());
    }

    /** How often one quantity is read; where it is absent with every read of the device. */
    public Optional<Polling> findPolling(Measured measured) {
      return Optional.ofNullable(polling.get(measured));
    }

    @Override
    public String key() {
      return "modbus";
    }

    @Override
    public Set<Measured> measured() {
      return points.keySet();
    }
  }

  /**
   * SunSpec over Modbus TCP: the device says itself where it keeps its points.
   *
   * @param unit where the site names none, 0 to 255
   * @param timeout for connecting and for each answer, in wall-clock time
   * @param registersPerRead the most that one request asks for, 2 to 125
   * @param bridgedGap how many registers that nobody wants are read along to save a request
   * @param pauseBetweenRequests that the device needs before it listens again, in wall-clock time
   * @param staleAfter age at which what was read is no longer used; site time
   * @param measured what the kind of the device must measure
   * @param meterNumber which of several meters of a device it is, from 1
   * @param meterSign what a positive number of a meter means; the standard says import
   * @param control absent for devices that are only read
   */
  record SunSpec(
      int unit,
      Duration timeout,
      int registersPerRead,
      int bridgedGap,
      Duration pauseBetweenRequests,
      Duration staleAfter,
      Set<Measured> measured,
      int meterNumber,
      SignConvention meterSign,
      Optional<SunSpecControl> control)
      implements Transport {

    public SunSpec {
      measured = Set.copyOf(measured);
    }

    /** What a template of a kind says that says nothing by itself, and wants to command. */
    public static SunSpec standard(DeviceKind kind) {
      return new SunSpec(
          1,
          Duration.ofSeconds(3),
          125,
          120,
          Duration.ZERO,
          Duration.ofSeconds(30),
          Set.copyOf(kind.required()),
          1,
          SignConvention.LOAD,
          Optional.of(new SunSpecControl(Duration.ofSeconds(60), Duration.ZERO)));
    }

    @Override
    public String key() {
      return "sunspec";
    }
  }

  /**
   * That a device is commanded over SunSpec.
   *
   * @param watchdog after which the device goes back by itself, where it can; site time
   * @param shortestInterval between two writes, for devices whose memory wears; site time
   */
  record SunSpecControl(Duration watchdog, Duration shortestInterval) {

    /** Half of the watchdog, so that one lost write does no harm. */
    public Duration refresh() {
      return watchdog.dividedBy(2);
    }
  }

  /**
   * MQTT, where the device speaks when it likes.
   *
   * @param points that the template describes
   * @param announced points that the device announces for Home Assistant
   * @param setpoint absent for devices that are only read
   */
  record Mqtt(
      Map<Measured, TopicPoint> points,
      Map<Measured, DiscoveryPoint> announced,
      Optional<SetpointTopic> setpoint)
      implements Transport {

    public Mqtt {
      points = Map.copyOf(points);
      announced = Map.copyOf(announced);
    }

    @Override
    public String key() {
      return "mqtt";
    }

    @Override
    public Set<Measured> measured() {
      Set<Measured> all = new HashSet<>(points.keySet());
      all.addAll(announced.keySet());
      return all;
    }
  }
}
