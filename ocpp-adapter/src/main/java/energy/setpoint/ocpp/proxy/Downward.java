package energy.setpoint.ocpp.proxy;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.overheard.PartOfCall;
import energy.setpoint.ocpp.proxy.calls.CallsDown;
import energy.setpoint.ocpp.proxy.calls.CallsUp;
import energy.setpoint.ocpp.proxy.desk.CsmsDesk;
import energy.setpoint.ocpp.proxy.desk.Verdict;
import energy.setpoint.ocpp.proxy.outage.Outage;
import energy.setpoint.ocpp.proxy.outage.StationCall;
import energy.setpoint.ocpp.proxy.outage.TransactionAliases;
import energy.setpoint.ocpp.proxy.request.PartOfText;
import energy.setpoint.ocpp.proxy.upstream.UpstreamLine;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Where the frames of a CSMS go: to the station, unless they are answered in its place. */
final class Downward {

  private static final Logger LOG = LoggerFactory.getLogger(Downward.class);

  private final StationId name;
  private final OcppDialect dialect;
  private final UpstreamLine csms;
  private final Consumer<String> station;
  private final CallsUp up;
  private final Overhearing engine;
  private final CallsDown calls;
  private final Outage outage;
  private final TransactionAliases aliases;
  private final CsmsDesk desk;
  private final ProxyCounters counters;

  /**
   * @param station sends to it
   */
  Downward(
      StationId name,
      OcppDialect dialect,
      UpstreamLine csms,
      Consumer<String> station,
      CallsUp up,
      Overhearing engine,
      CallsDown calls,
      Outage outage,
      TransactionAliases aliases,
      CsmsDesk desk,
      ProxyCounters counters) {
    this.name = name;
    this.dialect = dialect;
    this.csms = csms;
    this.station = station;
    this.up = up;
    this.engine = engine;
    this.calls = calls;
    this.outage = outage;
    this.aliases = aliases;
    this.desk = desk;
    this.counters = counters;
  }

  void take(String text) {
    switch (FrameCodec.parse(text)) {
      case Frame.Call call -> call(call, text);
      case Frame.CallResult result -> answer(result.id(), text, Optional.of(result.payload()));
      case Frame.CallError error -> answer(error.id(), text, Optional.empty());
      case Frame.CallResultError error -> answer(error.id(), text, Optional.empty());
      // A SEND must not be answered (2.1 part 4 section 4.2.4), and no station takes one.
      case Frame.Send send -> refuseUnjudged(Optional.empty(), "No station takes a SEND.");
      case MalformedFrame bad when bad.isAnswer() ->
          answer(bad.id().orElse(""), text, Optional.empty());
      case MalformedFrame bad -> refuseUnjudged(bad.id(), bad.description());
    }
  }

  private void call(Frame.Call received, String text) {
    Optional<Frame.Call> translated = aliases.downward(received);
    translated.ifPresent(it -> counters.rewritten("transaction id"));
    switch (desk.judge(translated.orElse(received))) {
      case Verdict.Pass pass -> pass(received, text, pass);
      case Verdict.PassPart(PartOfCall part) -> passPart(received, text, part);
      case Verdict.Answer answer ->
          csms.send(FrameCodec.write(new Frame.CallResult(received.id(), answer.payload())));
      case Verdict.Refuse refusal -> error(received.id(), refusal.error());
    }
  }

  private void pass(Frame.Call received, String text, Verdict.Pass pass) {
    String onward = pass.call().equals(received) ? text : FrameCodec.write(pass.call());
    submit(received, onward, answer -> answered(answer, pass));
  }

  private void passPart(Frame.Call received, String text, PartOfCall part) {
    try {
      submit(received, PartOfText.of(text, part), answer -> completed(answer, part));
    } catch (RpcException e) {
      counters.refused("malformed");
      error(received.id(), e);
    }
  }

  private void submit(Frame.Call received, String onward, Consumer<String> answered) {
    calls.submit(
        new CallsDown.Call(
            CallsDown.Sender.CSMS,
            received.id(),
            onward,
            answered,
            why -> refuseBusy(received, why)));
  }

  private void completed(String text, PartOfCall part) {
    counters.relayedUp();
    csms.send(
        FrameCodec.parse(text) instanceof Frame.CallResult result
            ? FrameCodec.write(
                new Frame.CallResult(result.id(), part.completed().apply(result.payload())))
            : text);
  }

  private void answered(String text, Verdict.Pass pass) {
    counters.relayedUp();
    csms.send(text);
    if (FrameCodec.parse(text) instanceof Frame.CallResult result) {
      pass.answered().accept(result.payload());
    }
  }

  private void refuseBusy(Frame.Call call, String why) {
    counters.refused("station busy");
    LOG.warn("{} does not get {} of the CSMS: {}", name, call.action(), why);
    error(call.id(), new RpcException(RpcErrorCode.GENERIC_ERROR, why));
  }

  /** What cannot be read cannot be judged, and might be a limit in disguise. */
  private void refuseUnjudged(Optional<String> id, String why) {
    counters.refused("malformed");
    LOG.warn("{} does not get a message of the CSMS: {}", name, why);
    id.ifPresent(it -> error(it, new RpcException(RpcErrorCode.FORMAT_VIOLATION, why)));
  }

  private void error(String id, RpcException error) {
    csms.send(
        FrameCodec.write(
            new Frame.CallError(
                id, dialect.spell(error.code()), error.description(), FrameCodec.emptyObject())));
  }

  /** The engine learns only from what the station really got. */
  private void answer(String id, String text, Optional<JsonNode> response) {
    if (outage.takesAnswer(id, text)) {
      return;
    }
    station.accept(text);
    Optional<StationCall> said = up.answered(id);
    if (said.isEmpty()) {
      counters.unheard("late or unasked");
    } else {
      engine.answered(said.get().call(), response);
    }
  }
}
