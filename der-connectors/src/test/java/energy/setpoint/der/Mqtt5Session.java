package energy.setpoint.der;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One client of {@link Mqtt5Server}, from its CONNECT to its end. */
final class Mqtt5Session extends SimpleChannelInboundHandler<MqttMessage> {

  private final Mqtt5Server server;
  private final Channel line;
  private final Map<String, MqttQoS> topics = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private volatile int version;
  private Optional<Letter> will = Optional.empty();

  Mqtt5Session(Mqtt5Server server, Channel line) {
    this.server = server;
    this.line = line;
  }

  int version() {
    return version;
  }

  boolean hears(String topic) {
    return topics.containsKey(topic);
  }

  void cut() {
    line.close();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
    if (message.decoderResult().isFailure()) {
      line.close();
      return;
    }
    switch (message.fixedHeader().messageType()) {
      case CONNECT -> enter((MqttConnectMessage) message);
      case SUBSCRIBE -> subscribe((MqttSubscribeMessage) message);
      case PUBLISH -> take((MqttPublishMessage) message);
      case PUBREL -> answer(MqttMessageType.PUBCOMP, MqttQoS.AT_MOST_ONCE, id(message));
      case PUBREC -> answer(MqttMessageType.PUBREL, MqttQoS.AT_LEAST_ONCE, id(message));
      case PINGREQ -> line.writeAndFlush(MqttMessage.PINGRESP);
      case DISCONNECT -> {
        will = Optional.empty();
        line.close();
      }
      default -> {}
    }
  }

  private void enter(MqttConnectMessage connect) {
    version = connect.variableHeader().version();
    var payload = connect.payload();
    byte[] proof = payload.passwordInBytes();
    String password = proof == null ? "" : new String(proof, StandardCharsets.UTF_8);
    boolean welcome = server.knows(payload.userName(), password);
    var answer =
        MqttMessageBuilders.connAck()
            .returnCode(welcome ? MqttConnectReturnCode.CONNECTION_ACCEPTED : refusal());
    if (version == 5 && payload.clientIdentifier().isEmpty()) {
      answer.properties(
          it -> it.assignedClientId(UUID.randomUUID().toString()).retainAvailable(true));
    }
    line.writeAndFlush(answer.build());
    if (!welcome) {
      line.close();
      return;
    }
    if (connect.variableHeader().isWillFlag()) {
      will =
          Optional.of(
              new Letter(
                  payload.willTopic(),
                  payload.willMessageInBytes(),
                  MqttQoS.valueOf(connect.variableHeader().willQos()),
                  connect.variableHeader().isWillRetain()));
    }
    server.entered(this);
  }

  private MqttConnectReturnCode refusal() {
    return version == 5
        ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
        : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
  }

  private void subscribe(MqttSubscribeMessage message) {
    var answer = MqttMessageBuilders.subAck().packetId(message.variableHeader().messageId());
    message
        .payload()
        .topicSubscriptions()
        .forEach(it -> {
          topics.put(it.topicFilter(), it.option().qos());
          answer.addGrantedQos(it.option().qos());
        });
    line.writeAndFlush(answer.build());
    message
        .payload()
        .topicSubscriptions()
        .forEach(
            it -> server.findRetained(it.topicFilter()).ifPresent(letter -> deliver(letter, true)));
  }

  private void take(MqttPublishMessage message) {
    MqttFixedHeader header = message.fixedHeader();
    server.spread(
        new Letter(
            message.variableHeader().topicName(),
            ByteBufUtil.getBytes(message.payload()),
            header.qosLevel(),
            header.isRetain()));
    int id = message.variableHeader().packetId();
    switch (header.qosLevel()) {
      case AT_LEAST_ONCE -> answer(MqttMessageType.PUBACK, MqttQoS.AT_MOST_ONCE, id);
      case EXACTLY_ONCE -> answer(MqttMessageType.PUBREC, MqttQoS.AT_MOST_ONCE, id);
      default -> {}
    }
  }

  void deliver(Letter letter, boolean asRetained) {
    MqttQoS wanted = topics.get(letter.topic());
    if (wanted != null) {
      MqttQoS qos = wanted.value() < letter.qos().value() ? wanted : letter.qos();
      line.writeAndFlush(
          MqttMessageBuilders.publish()
              .topicName(letter.topic())
              .payload(Unpooled.wrappedBuffer(letter.payload()))
              .qos(qos)
              .retained(asRetained)
              .messageId(1 + ids.getAndIncrement() % 60_000)
              .build());
    }
  }

  private void answer(MqttMessageType type, MqttQoS flags, int id) {
    line.writeAndFlush(
        new MqttMessage(
            new MqttFixedHeader(type, false, flags, false, 0),
            MqttMessageIdVariableHeader.from(id)));
  }

  private static int id(MqttMessage message) {
    return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    server.left(this);
    will.ifPresent(server::spread);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  /** What is sent to a topic. */
  record Letter(String topic, byte[] payload, MqttQoS qos, boolean retained) {}
}
