import type { Locale } from '../utils/i18n';
import first from './first/pt';
import labels from './labels/pt';

export default {
  ...labels,
  ...first,

  // --- what is wrong with a value ---
  fault_required: 'Preencha «{field}».',
  fault_email: 'Escreva um endereço de e-mail como nome@example.com.',
  fault_date: 'Escreva um dia que exista, como ano-mês-dia: 1990-05-23.',
  fault_dateFuture: 'Escreva uma data que não esteja no futuro.',
  fault_dateTooOld: 'Escreva uma data a partir de 1900.',
  fault_tooLong: 'Encurte para {max} carateres.',
  fault_tagsTooLong: 'Encurte a lista para 254 carateres.',
  fault_country: 'Escolha um país da lista.',
  switch_put_back: 'O portal não alterou isto. O interruptor voltou a estar como estava.',
  fault_refused: 'O portal não aceitou isto.',
  fault_unreadable: 'Não é possível ler este valor. Altere-o no portal.',
  fault_oldPasswordRequired: 'Escreva a sua palavra-passe atual.',
  fault_newPasswordRequired: 'Escreva uma nova palavra-passe.',
  fault_passwordsDiffer: 'Escreva duas vezes a mesma nova palavra-passe.',

  // --- what went wrong on the way ---
  problem_offline:
    'Está sem ligação. Nada foi enviado; as suas alterações mantêm-se aqui. Guarde de novo quando voltar a ter ligação.',
  problem_unreachable:
    'Não foi possível contactar o portal. Nada foi enviado; as suas alterações mantêm-se aqui. Tente de novo daqui a pouco.',
  problem_permission:
    'O Nametag não pode usar o endereço deste portal. Nada foi enviado; as suas alterações mantêm-se aqui. Permita o acesso e guarde de novo.',
  problem_check: 'Alguns campos precisam de correção. Nada foi enviado.',
  problem_conflict:
    'Entretanto alguém alterou os mesmos campos. Nada foi enviado. Escolha que valores manter e guarde de novo.',
  problem_otherProfile:
    'Este rascunho é de outro perfil. Nada foi enviado; o rascunho espera. Volte a esse perfil para o guardar.',
  problem_interrupted:
    'O navegador parou antes de enviar alguma coisa. As suas alterações mantêm-se aqui. Guarde de novo.',
  problem_notConnected:
    'Sem ligação ao portal. Nada foi enviado; as suas alterações mantêm-se aqui. Ligue-se e guarde de novo.',
  problem_signedOut:
    'A sua sessão do portal terminou. Nada foi guardado; as suas alterações mantêm-se aqui. Inicie sessão no portal e prima Guardar de novo.',
  problem_refused:
    'O portal não aceitou isto. Nada foi guardado; as suas alterações mantêm-se aqui. Corrija e guarde de novo.',
  problem_forbidden:
    'O portal não o deixa alterar isto. Nada foi guardado; as suas alterações mantêm-se aqui. Pergunte à equipa do seu espaço.',
  problem_notApi:
    'O endereço do portal não respondeu como esperado. Nada foi guardado; as suas alterações mantêm-se aqui. Faça a alteração no portal.',
  problem_redirected:
    'O portal respondeu de um endereço inesperado. A resposta não foi seguida; as suas alterações mantêm-se aqui. Tente mais tarde.',
  problem_throttled:
    'O portal pede que espere. Nada foi guardado; as suas alterações mantêm-se aqui. Guarde de novo quando a contagem acabar.',
  problem_notSaved:
    'A resposta do portal perdeu-se e ele não guardou. As suas alterações mantêm-se aqui. Envie-as de novo.',
  problem_notKept:
    'O portal aceitou a alteração, mas não manteve: {fields}. Essas alterações mantêm-se aqui. Verifique-as no portal.',
  problem_changed: 'Guardado. O portal alterou: {fields}.',
  problem_unconfirmed:
    'Guardado, ainda por confirmar. Volta a ser verificado da próxima vez que abrir o Nametag.',
  problem_unknown:
    'Enviado, mas ainda não se sabe se o portal guardou. As suas alterações mantêm-se aqui. Volta a ser verificado da próxima vez que abrir o Nametag.',
  problem_switched:
    'O perfil do portal mudou durante a gravação. O que foi enviado pode ter ido para outro perfil: verifique {fields} em ambos.',
  problem_passwordUnknown:
    'Não conseguimos confirmar se a sua palavra-passe foi alterada. O navegador pode tê-la enviado mais de uma vez, e cada envio pode ter contado. Experimente a nova quando voltar a iniciar sessão ou reponha-a no portal.',
  problem_passwordUnconfirmed:
    'O portal aceitou o pedido sem o confirmar. Experimente a nova palavra-passe quando voltar a iniciar sessão.',
  problem_passwordSignIn: 'Palavra-passe alterada. Inicie de novo sessão no portal.',
  problem_draftsUnkept:
    'De momento não é possível manter rascunhos neste computador. Guarde antes de fechar.',

  // --- the end of a panel ---
  panel_missing: {
    one: 'Este portal não o oferece ({count})',
    other: 'Este portal não os oferece ({count})',
  },
  panel_portal: 'Abrir no portal',

  // --- what came of a save ---
  status_saving: { one: 'A guardar {count} alteração…', other: 'A guardar {count} alterações…' },
  status_confirmed: 'Guardado. A verificar o que o portal manteve…',
  status_saved: { one: '{count} alteração guardada.', other: '{count} alterações guardadas.' },
  status_changed: 'O portal mudou {field} para «{value}».',
  status_emptied: 'O portal esvaziou {field}.',
  status_stopped: 'Não foi guardado. As suas alterações mantêm-se aqui.',
  status_stopped_rest: 'O resto não foi guardado; essas alterações mantêm-se aqui.',
  status_discarded: { one: '{count} alteração descartada.', other: '{count} alterações descartadas.' },
  status_restored: 'Rascunho recuperado.',
  status_undo: 'Anular',
  status_reload: 'Recarregar o portal',
  summary_title: { one: 'Corrija {count} campo', other: 'Corrija {count} campos' },
  summary_portal: 'O portal disse',

  // --- review and conflicts ---
  review_title: { one: 'Rever {count} alteração', other: 'Rever {count} alterações' },
  review_back: 'Voltar aos campos',
  review_edit: 'Editar {field}',
  review_becomes: 'passa a',
  review_wire: 'O que será enviado',
  review_faulty: 'Corrija primeiro os campos assinalados; depois mostra-se aqui o que será enviado.',
  conflict_title: { one: 'Alterado em dois sítios', other: '{count} campos alterados em dois sítios' },
  conflict_intro:
    'Alguém alterou isto no portal enquanto o editava. Ainda nada foi enviado. Escolha que valor manter.',
  conflict_theirs: 'Manter o do portal',
  conflict_mine: 'Usar o meu',
  conflict_was: 'Era «{value}» quando começou.',
  conflict_save: 'Manter estes e guardar',
  conflict_later: 'Decidir depois',

  // --- password ---
  password_intro:
    'Isto muda a palavra-passe da sua conta do portal. O Nametag envia-a à parte e não a conserva.',
  password_manager:
    'O seu gestor de palavras-passe não vê esta página. Atualize lá a palavra-passe ou mude-a no portal.',
  password_show: 'Mostrar',
  password_hide: 'Ocultar',
  password_show_field: 'Mostrar {field}',
  password_hide_field: 'Ocultar {field}',
  password_change: 'Mudar palavra-passe',
  password_changing: 'A mudar…',
  password_changed: 'Palavra-passe alterada. Atualize-a também no seu gestor de palavras-passe.',
  password_wrong: 'O portal não aceitou esta palavra-passe. Escreva de novo as três.',
  password_refused: 'O portal não aceitou isto. Corrija e escreva de novo a sua palavra-passe atual.',
  password_counted:
    'O portal não aceitou isto. Se a ligação caiu, o navegador pode tê-la enviado mais de uma vez e a primeira pode ter contado: experimente a nova palavra-passe antes de a mudar outra vez.',
  password_reset: 'Três tentativas não resultaram. Reponha a sua palavra-passe no portal.',
  password_portal: 'Mudá-la no portal',

  // --- states ---
  state_connect_title: 'Ligue-se ao seu portal',
  state_connect_text:
    'O Nametag funciona com o portal em que iniciou sessão. Abre o portal por um momento num separador em segundo plano e volta a fechá-lo.',
  state_connect: 'Ligar a {space}',
  state_open_title: 'Abra o seu portal e inicie sessão',
  state_open_text: 'Assim que iniciar sessão no seu portal de coworking, o seu perfil aparece aqui.',
  state_open_label: 'Endereço do portal',
  state_open_hint: 'Por exemplo, acme.nexudus.site ou só acme.',
  state_open: 'Abrir portal',
  state_open_unknown: 'Escreva um endereço que acabe em .nexudus.site ou o nome curto do seu espaço.',
  site_title: 'Este é o portal do seu coworking?',
  site_check: 'Verificar {host}',
  site_asking: 'A perguntar a que espaço pertence {host}…',
  site_unknown: '{host} não é o portal de um espaço. Verifique a ortografia.',
  site_failed: 'Ninguém respondeu. Verifique a ligação e tente de novo.',
  site_unasked: 'Nada foi enviado. Para verificar {host}, é preciso enviar o nome à Nexudus.',
  site_found: '{host} é o portal de {space}.',
  site_use: 'Usar o Nametag em {host}',
  site_denied: 'O navegador não permitiu {host}. Nada foi alterado.',
  site_bound: 'O Nametag já funciona em {host}. Recarregue a página para ligar.',
  state_other_seat: 'Editar em {space}',
  state_connecting_title: 'A ligar a {space}…',
  state_connecting_text:
    'Demora alguns segundos. Se o portal lhe pedir para iniciar sessão, o separador dele passa para a frente.',
  state_cancel: 'Cancelar',

  // --- advice at a field ---
  phone_reads: '{number}, {country}',
  phone_short: 'Parece demasiado curto para um número de telefone.',
  phone_long: 'Parece demasiado longo para um número de telefone.',
  phone_odd: 'Não parece um número para onde se possa ligar.',
  phone_noCountry: 'Comece por um indicativo de país, como +351, para que se possa ligar de qualquer lugar.',
  vat_fits: 'Os dígitos de controlo condizem com um número de IVA ({country}).',
  vat_misfits:
    'Os dígitos de controlo não condizem com um número de IVA ({country}). Pode guardá-lo na mesma.',
  tags_suggested: 'Outros aqui usam',
  tag_add: 'Acrescentar {tag}',

  // --- the bio ---
  bio_view: 'Vista da biografia',
  bio_write: 'Escrever',
  bio_preview: 'Pré-visualizar',
  bio_nothing: 'Ainda nada para mostrar.',
  bio_suggest: 'Sugerir com IA',
  bio_asking: 'O portal está a escrever uma sugestão. Pode demorar até 24 segundos.',
  bio_proposed: 'Biografia sugerida',
  bio_intro: 'As alterações marcadas vão para a sua biografia. Nada é guardado até que prima Guardar.',
  bio_intro_new: 'Nada é guardado até que prima Guardar.',
  bio_all: 'Aceitar tudo',
  bio_none: 'Rejeitar tudo',
  bio_accepted: { one: '{accepted} de {count} alteração', other: '{accepted} de {count} alterações' },
  bio_use: 'Pôr na biografia',
  bio_keep: 'Manter a minha biografia',
  bio_same: 'A sugestão é igual à sua biografia.',
  bio_used: 'A sugestão está na sua biografia. Ainda não está guardada.',
  bio_removes: 'Retira',
  bio_adds: 'Acrescenta',
  bio_fault_unavailable:
    'O portal não tem nenhuma sugestão. Preencha e guarde o cargo e o setor e tente de novo, ou pergunte ao seu espaço se oferece isto.',
  bio_fault_empty: 'O portal não tinha nada a sugerir. A sua biografia está como estava.',
  bio_fault_signedOut:
    'A sua sessão do portal terminou. Inicie sessão no portal e peça de novo. A sua biografia está como estava.',
  bio_fault_slow:
    'O portal demorou mais de 24 segundos. Tente de novo daqui a pouco. A sua biografia está como estava.',
  bio_fault_unreadable:
    'O portal respondeu com algo que não é uma sugestão. Tente mais tarde ou escreva-a no portal. A sua biografia está como estava.',
  bio_fault_throttled:
    'O portal pede que espere. Tente de novo daqui a um minuto. A sua biografia está como estava.',
  bio_fault_offline:
    'Está sem ligação. Tente de novo quando voltar a ter ligação. A sua biografia está como estava.',
  bio_fault_unreachable:
    'Não foi possível contactar o portal. Tente de novo daqui a pouco. A sua biografia está como estava.',
  bio_fault_permission:
    'O navegador já não deixa o Nametag aceder a este portal. Permita o acesso e peça de novo. A sua biografia está como estava.',
  bio_fault_otherProfile:
    'No portal está ativo outro perfil, por isso a sugestão dele não foi usada. Volte a este e peça de novo.',

  // --- what others see, what is missing, what can be found ---
  directory_title: 'O que os outros membros veem',
  directory_listed: 'Os campos privados, como o telefone e a morada, ficam de fora.',
  directory_unlisted:
    'Não consta do diretório, por isso os membros não encontram lá este cartão. Outras páginas do portal podem ainda mostrar partes dele.',
  hints_title: 'O que vale a pena preencher a seguir',
  hint_dismiss: 'Não voltar a sugerir {field}',
  palette_title: 'Encontrar um campo',
  palette_none: 'Nada se chama «{query}».',
  palette_found: { one: '{count} resultado', other: '{count} resultados' },
  palette_on: 'Ligar: {field}',
  palette_off: 'Desligar: {field}',
  palette_section: 'Mostrar {section}',
  palette_page: 'Ir para a página {section} do portal',

  // --- what stands between the editor and the portal ---
  state_signed_out: 'A sua sessão do portal terminou. Inicie sessão no portal e prima Guardar de novo.',
  state_sign_in: 'Iniciar sessão',
  state_permission:
    'O navegador já não deixa o Nametag aceder a este portal. As suas alterações mantêm-se aqui.',
  state_allow: 'Permitir acesso',
  state_offline: 'Está sem ligação. As suas alterações mantêm-se aqui. Última atualização: {ago}.',
  state_refresh_failed: 'Última atualização: {ago}. Não foi possível ler o portal.',
  state_try_again: 'Tentar de novo',
  state_not_connected: 'Perdeu-se a ligação ao portal. As suas alterações mantêm-se aqui.',

  // --- the menu in the header: profiles, spaces, history ---
  menu_profiles: 'Os seus perfis',
  menu_profiles_note: 'O portal muda também.',
  menu_unconnected: '{space}, sem ligação',
  menu_history: 'Histórico',
  menu_options: 'Opções',

  // --- the last saves, and undoing one of them ---
  history_intro:
    'As suas últimas 20 gravações a partir deste navegador, até 30 dias. As palavras-passe nunca são conservadas.',
  history_empty: 'Ainda não há gravações. O que guardar a partir de agora aparece aqui e pode ser anulado.',
  history_off: 'O histórico está desativado nas opções: as gravações não são conservadas para as anular.',
  history_unread: 'Não foi possível ler o histórico.',
  history_options: 'Abrir opções',
  history_undo: 'Anular esta gravação',
  history_undone: 'Anulada',
  history_now: 'Mudou entretanto; agora é «{value}».',
  history_now_empty: 'Mudou entretanto; agora está vazio.',
  undo_title: {
    one: 'Mudou depois dessa gravação',
    other: '{count} campos mudaram depois dessa gravação',
  },
  undo_intro:
    'Já não contém o que essa gravação escreveu, por isso fica como está se não escolher outra coisa. Ainda nada foi enviado.',
  undo_rest: {
    one: 'Mais {count} campo volta ao que era.',
    other: 'Mais {count} campos voltam ao que eram.',
  },
  undo_theirs: 'Deixar como está',
  undo_mine: 'Repor o valor anterior',
  undo_was: 'Essa gravação escreveu «{value}».',
  undo_save: 'Anular com estas escolhas',

  // --- one change applied to the member’s other spaces ---
  others_offer: 'Outros espaços…',
  others_title: 'Aplicar aos seus outros espaços',
  others_intro:
    'Cada espaço é guardado à parte, por cima do valor que tem agora. Desmarque o que deve ficar como está.',
  others_reading: 'A ler {space}…',
  others_same: 'Já está assim',
  others_closed: 'Não é oferecido lá',
  others_connect_first: 'Ligue-se primeiro. Até lá, nada é enviado para esse espaço.',
  others_again: 'Ler de novo',
  others_save: { one: 'Guardar em {count} espaço', other: 'Guardar em {count} espaços' },
  others_nothing: 'Não há nada a guardar nos seus outros espaços.',
  others_unread: 'Não foi possível ler este espaço. Nada foi enviado para lá.',
  others_conflict: 'Mudou lá depois de ser lido. Nada foi enviado para lá.',
  others_check: 'Este valor não serve lá. Nada foi enviado para lá.',
  others_refused: 'O portal não aceitou isto. Nada foi guardado lá.',
  others_not_kept: 'O portal não manteve: {fields}.',
  others_unknown:
    'Enviado, mas ainda não se sabe se foi guardado. Volta a ser verificado da próxima vez que abrir este espaço.',
  others_other_profile: 'Lá está agora em uso outro perfil. Nada foi enviado para lá.',
  others_failed: 'Não foi guardado lá. Leia-o de novo e volte a tentar.',
} as const satisfies Locale;
