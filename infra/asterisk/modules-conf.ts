/** modules.conf: only what is used is loaded; what is not there cannot be attacked. */
export function modulesConf(): string {
  const lines = groups.flatMap(([reason, names]) => [
    `; ${reason}`,
    ...names.map((name) => `load = ${name}`),
  ]);
  return `[modules]\nautoload = no\n${lines.join('\n')}\n`;
}

const groups: readonly (readonly [string, readonly string[]])[] = [
  [
    'Configuration read from files; contacts of the seats kept in memory and in the instance’s own database.',
    ['pbx_config.so', 'res_sorcery_config.so', 'res_sorcery_memory.so', 'res_sorcery_astdb.so'],
  ],
  ['Time: the clock of bridges and of recorded messages.', ['res_timing_timerfd.so']],
  [
    'Encryption for the browsers’ sound, and their WebSocket.',
    ['res_crypto.so', 'res_srtp.so', 'res_http_websocket.so'],
  ],
  [
    'Sound: RTP, codecs of browsers (Opus) and carriers (G.711), change of rate, the formats of the prompts.',
    [
      'res_rtp_asterisk.so',
      'codec_opus_open_source.so',
      'res_format_attr_opus.so',
      'codec_alaw.so',
      'codec_ulaw.so',
      'codec_gsm.so',
      'codec_resample.so',
      'format_gsm.so',
      'format_wav.so',
      'format_pcm.so',
    ],
  ],
  [
    'SIP.',
    [
      'res_pjproject.so',
      'res_pjsip.so',
      'res_pjsip_session.so',
      'res_pjsip_pubsub.so',
      'res_pjsip_transport_websocket.so',
      'res_pjsip_authenticator_digest.so',
      'res_pjsip_outbound_authenticator_digest.so',
      'res_pjsip_outbound_registration.so',
      'res_pjsip_endpoint_identifier_user.so',
      'res_pjsip_endpoint_identifier_ip.so',
      'res_pjsip_registrar.so',
      'res_pjsip_sdp_rtp.so',
      'res_pjsip_caller_id.so',
      'res_pjsip_nat.so',
      'res_pjsip_rfc3326.so',
      'res_pjsip_acl.so',
      'res_pjsip_dtmf_info.so',
      'chan_pjsip.so',
    ],
  ],
  [
    'Bridges: two parties, and the rooms in which agents and callees wait.',
    ['bridge_simple.so', 'bridge_native_rtp.so', 'bridge_holding.so', 'bridge_builtin_features.so'],
  ],
  [
    'What the dialplan uses.',
    [
      'app_bridgewait.so',
      'app_playback.so',
      'app_userevent.so',
      'func_callerid.so',
      'func_channel.so',
      'func_logic.so',
      'func_strings.so',
      'func_timeout.so',
    ],
  ],
];
