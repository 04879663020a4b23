package energy.setpoint.ocpp.server;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.server.Reception.Arrival;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides who comes in, and with which version (OCPP 2.1 part 4 section 3). */
final class StationDoor {

  /** The only version that is in use (RFC 6455). */
  static final String WEBSOCKET_VERSION = "13";

  private final String pathPrefix;
  private final List<OcppDialect> dialects;
  private final OcppGateway gateway;

  StationDoor(String pathPrefix, List<OcppDialect> dialects, OcppGateway gateway) {
    this.pathPrefix = pathPrefix;
    this.dialects = List.copyOf(dialects);
    this.gateway = gateway;
  }

  Admission judge(FullHttpRequest request) {
    if (!request.decoderResult().isSuccess()) {
      return refused(HttpResponseStatus.BAD_REQUEST, "malformed HTTP");
    }
    Optional<StationId> station;
    try {
      station = findStation(new QueryStringDecoder(request.uri()).path());
    } catch (IllegalArgumentException e) {
      return refused(HttpResponseStatus.BAD_REQUEST, "malformed path");
    }
    if (station.isEmpty()) {
      return refused(HttpResponseStatus.NOT_FOUND, "unknown station");
    }
    if (!asksForWebSocket(request)) {
      return refused(HttpResponseStatus.UPGRADE_REQUIRED, "no WebSocket");
    }
    if (!WEBSOCKET_VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
      return refused(HttpResponseStatus.UPGRADE_REQUIRED, "WebSocket version");
    }
    if (!request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY)) {
      return refused(HttpResponseStatus.BAD_REQUEST, "malformed handshake");
    }
    List<OcppDialect> common = listDialects(request);
    return common.isEmpty()
        ? new Admission.NoCommonVersion()
        : new Admission.Admitted(
            new Arrival(
                station.get(),
                common,
                Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION))));
  }

  private Optional<StationId> findStation(String path) {
    if (!path.startsWith(pathPrefix)) {
      return Optional.empty();
    }
    String name = path.substring(pathPrefix.length());
    try {
      return Optional.of(new StationId(name)).filter(gateway::knows);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean asksForWebSocket(FullHttpRequest request) {
    return request.method().equals(HttpMethod.GET)
        && request
            .headers()
            .containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
        && request
            .headers()
            .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
  }

  /** The versions in the station's list that are spoken here, in its order of preference. */
  private List<OcppDialect> listDialects(FullHttpRequest request) {
    return request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .flatMap(wanted -> dialects.stream().filter(it -> it.subprotocol().equals(wanted)))
        .distinct()
        .toList();
  }

  private static Admission refused(HttpResponseStatus status, String reason) {
    return new Admission.Refused(status, reason);
  }

  /** What to do with a request. */
  sealed interface Admission {

    record Admitted(Arrival arrival) implements Admission {}

    /** The handshake is completed without a subprotocol and the connection closed at once. */
    record NoCommonVersion() implements Admission {}

    record Refused(HttpResponseStatus status, String reason) implements Admission {}
  }
}
