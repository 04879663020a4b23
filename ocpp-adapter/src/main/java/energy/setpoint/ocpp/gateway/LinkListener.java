package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.CallOutcome;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.RpcListener;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.rpc.transport.FrameTap;
import energy.setpoint.ocpp.stats.OcppCounters;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what happens on one connection. */
final class LinkListener implements RpcListener, FrameTap {

  private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);

  private static final int MAX_LOGGED = 60;

  private final StationId station;
  private final OcppCounters counters;
  private final FrameTap tap;
  private final Consumer<Throwable> faults;

  LinkListener(StationId station, OcppCounters counters, FrameTap tap, Consumer<Throwable> faults) {
    this.station = station;
    this.counters = counters;
    this.tap = tap;
    this.faults = faults;
  }

  @Override
  public void saw(Direction direction, String raw) {
    switch (direction) {
      case SENT -> counters.frameSent();
      case RECEIVED -> counters.frameReceived();
    }
    tap.saw(direction, raw);
  }

  @Override
  public void malformed(MalformedFrame frame) {
    counters.badFrame(frame.problem().name());
    LOG.warn("{} sent a malformed message: {}", station, frame.description());
  }

  @Override
  public void sendTaken(String action, Optional<RpcException> error) {
    if (error.isEmpty()) {
      counters.callReceived(action);
      return;
    }
    counters.badFrame("SEND_NOT_TAKEN");
    LOG.warn(
        "{} sent {}, which cannot be taken: {}",
        station,
        printable(action),
        error.get().description());
  }

  @Override
  public void answerRejected(String action, String code, String description) {
    counters.answerRejected(printable(code));
    LOG.warn(
        "{} could not use the answer to {}: {} {}",
        station,
        printable(action),
        printable(code),
        printable(description));
  }

  @Override
  public void stray(Stray kind, String id) {
    counters.strayAnswer(kind.name());
    LOG.warn("{} sent an answer that nobody waits for: {} {}", station, kind, printable(id));
  }

  @Override
  public void callSent(String action) {
    counters.callSent(action);
  }

  @Override
  public void callEnded(String action, CallOutcome outcome) {
    switch (outcome) {
      case CallOutcome.Answered answered ->
          LOG.debug("{} answered {} {}", station, action, answered.id());
      case CallOutcome.Failed failed -> {
        counters.callFailed(failed.code());
        String code = printable(failed.code());
        LOG.warn(
            "{} answered {} with {}: {}", station, action, code, printable(failed.description()));
      }
      case CallOutcome.Garbled garbled -> {
        counters.callFailed("garbled");
        LOG.warn("{} answered {} with a malformed message", station, action);
      }
      case CallOutcome.TimedOut late -> {
        counters.timeout();
        LOG.warn("{} did not answer {} within {}", station, action, late.timeout());
      }
      case CallOutcome.Closed closed -> {
        counters.callFailed("closed");
        LOG.info("{} went away before it answered {}", station, action);
      }
      case CallOutcome.Expired expired -> {
        counters.callFailed("expired");
        LOG.warn(
            "{}: {} waited {} for its turn and is not sent", station, action, expired.waited());
      }
      case CallOutcome.QueueFull full -> {
        counters.callFailed("queue full");
        LOG.warn("{} has {} calls waiting: {} is not sent", station, full.limit(), action);
      }
    }
  }

  @Override
  public void callAnswered(String action, Optional<RpcException> error) {
    boolean unknown = error.filter(it -> it.code() == RpcErrorCode.NOT_IMPLEMENTED).isPresent();
    counters.callReceived(unknown ? "unknown" : action);
    error.ifPresent(it -> {
      counters.errorSent(it.code().name());
      LOG.warn("{} got {} for {}: {}", station, it.code(), printable(action), it.description());
    });
  }

  @Override
  public void fault(Throwable cause) {
    faults.accept(cause);
  }

  /** What a station sent, made fit for one line of a log. */
  private static String printable(String text) {
    String cut = text.length() > MAX_LOGGED ? text.substring(0, MAX_LOGGED) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
