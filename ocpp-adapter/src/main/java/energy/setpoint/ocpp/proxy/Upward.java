package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.gateway.StationLink;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.proxy.calls.CallsDown;
import energy.setpoint.ocpp.proxy.calls.CallsUp;
import energy.setpoint.ocpp.proxy.outage.Outage;
import energy.setpoint.ocpp.proxy.outage.StationCall;
import energy.setpoint.ocpp.proxy.outage.TransactionAliases;
import energy.setpoint.ocpp.proxy.request.OwnRequests;
import energy.setpoint.ocpp.proxy.upstream.UpstreamLine;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import energy.setpoint.ocpp.rpc.transport.FrameTap.Direction;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.util.Optional;

/** Where the frames of a station go: to its CSMS, to the engine, or into the keeping. */
final class Upward {

  private final RelayWords words;
  private final StationLink link;
  private final UpstreamLine csms;
  private final CallsUp calls;
  private final Overhearing engine;
  private final CallsDown down;
  private final Outage outage;
  private final TransactionAliases aliases;
  private final OwnRequests requests;
  private final ProxyCounters counters;

  Upward(
      RelayWords words,
      StationLink link,
      UpstreamLine csms,
      CallsUp calls,
      Overhearing engine,
      CallsDown down,
      Outage outage,
      TransactionAliases aliases,
      OwnRequests requests,
      ProxyCounters counters) {
    this.words = words;
    this.link = link;
    this.csms = csms;
    this.calls = calls;
    this.engine = engine;
    this.down = down;
    this.outage = outage;
    this.aliases = aliases;
    this.requests = requests;
    this.counters = counters;
  }

  void take(String text) {
    switch (FrameCodec.parse(text)) {
      case Frame.Call call -> call(new StationCall(call, text));
      case Frame.CallResult result -> answer(result.id(), text);
      case Frame.CallError error -> answer(error.id(), text);
      case Frame.CallResultError _, Frame.Send _ -> unjudged(text);
      case MalformedFrame bad when bad.isAnswer() -> answer(bad.id().orElse(""), text);
      case MalformedFrame _ -> unjudged(text);
    }
  }

  private void call(StationCall said) {
    Optional<Frame.Call> report = requests.findReport(said.call());
    if (report.isPresent()) {
      link.receive(FrameCodec.write(report.get()));
      return;
    }
    if (words.isForUs(said.call().action(), said.call().payload())) {
      link.receive(said.text());
      return;
    }
    if (!outage.isOver()) {
      outage.take(said);
      return;
    }
    calls.sent(said);
    Optional<Frame.Call> translated = aliases.upward(said.call());
    translated.ifPresent(it -> counters.rewritten("transaction id"));
    link.saw(Direction.RECEIVED, said.text());
    send(translated.map(FrameCodec::write).orElse(said.text()));
    engine.called(said.call());
  }

  /** Answers to our own calls stay here, late ones too. */
  private void answer(String id, String text) {
    if (down.takesAnswer(id, text)) {
      link.saw(Direction.RECEIVED, text);
    } else {
      link.receive(text);
    }
  }

  /** The CSMS may make sense of it; while it is away the engine says what is wrong. */
  private void unjudged(String text) {
    if (csms.isUp()) {
      link.saw(Direction.RECEIVED, text);
      send(text);
    } else {
      link.receive(text);
    }
  }

  private void send(String text) {
    counters.relayedUp();
    csms.send(text);
  }
}
