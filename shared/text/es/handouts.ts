import type { HandoutText } from '../../handouts/handout-text.ts';

/**
 * The sheets in Spanish, written for patients rather than word for word, in plain words and with "usted". Each sentence says what the
 * English one of the same id says, so that a printed line can be traced in either language. The clinic's lead ticks in the settings
 * that these words were read and may be used.
 */
export const handoutText: HandoutText = {
  language: 'es',
  readability: 'inflesz',
  bannedWords: [
    /(?<!\p{L})salid[oa]s?(?!\p{L})/iu,
    /(?<!\p{L})desplazad\p{L}*/iu,
    /(?<!\p{L})desgast\p{L}*/iu,
    /(?<!\p{L})dañ\p{L}*/iu,
    /(?<!\p{L})degenera\p{L}*/iu,
    /(?<!\p{L})confirm\p{L}*/iu,
    /diagnóstico de/iu,
    /\d\s?(%|por ciento)/iu,
  ],
  noteWords: {
    selling:
      /\b(?:compr(?:a|as|an|ar|ando|e|es|en|o|amos|ad[oa]s?)|tiendas?|descuentos?|codigos?|cupon(?:es)?|ofert\w*|rebajas?|afiliad\w*|patrocin\w*)\b/g,
    cure: /\b(?:cura(?:s|n|r|ra|ran|mos|d[oa]s?|cion|tiv[oa]s?)?|sana(?:r|n|ra|cion)|garanti[az]\w*)\b/g,
    product: /\b(?:cbd|cannabidiol|canamo|suplement\w*)\b/g,
  },
  speaksToYou: /(?<!\p{L})(?:usted|ustedes|le|les|su|sus|se)(?!\p{L})|(?<!\p{L})\p{L}+(?:se|las?|los?|me)(?!\p{L})/iu,
  tradeWords:
    /(?<!\p{L})(?:radiculopat\p{L}*|lumbosacr\p{L}*|dermatoma\p{L}*|miotoma\p{L}*|dorsiflexi\p{L}*|parestesia\p{L}*|analg[eé]s\p{L}*|aine|estenosis|hernia\p{L}*|neurodin[aá]mic\p{L}*|foramin\p{L}*)(?!\p{L})/iu,
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  doseRange: '{from} a {to}',
  doseUnits: {
    minutes: { one: '{count} minuto', other: '{count} minutos' },
    seconds: { one: '{count} segundo', other: '{count} segundos' },
    times: { one: '{count} vez', other: '{count} veces' },
    days: { one: '{count} día', other: '{count} días' },
  },
  page: 'Página {page} de {pages}',
  copyOf: 'Copia del {date}',
  headerPerson: '{name}, nac. {born}',
  logo: 'Logotipo de {clinic}',

  homecare: {
    documentTitle: 'Plan para casa: ciática',
    title: 'Su plan en casa para la ciática',
    madeFor: 'Para {name}, nac. {born}. Visita del {date}. {phase}.',
    madeOn: 'Hecho el {date}.',
    phases: { P1: 'Fase 1', P2: 'Fase 2', P3: 'Fase 3' },
    leads: {
      'LEAD-1A': 'Los próximos dos días, primero calme el nervio. Luego empiece a moverse un poco más.',
      'LEAD-1B': 'Por ahora, primero calme el nervio. Muévase un poco, y haga más cuando se calme.',
      'LEAD-2': 'Ahora haga más, poco a poco. Su pierna le guía.',
      'LEAD-3': 'Haga cada vez más, paso a paso. Hable del plan en la consulta.',
    },
    messages: [['M08.2'], ['M11.1'], ['M18.12', 'M18.13'], ['M18.11'], ['M09.1'], ['M06.2']],
    changes: {
      added: 'Nuevo desde su hoja del {date}: {titles}.',
      left: 'Por ahora no: {titles}.',
      none: 'Su plan es el mismo que el {date}.',
    },
    tickChart: { title: 'Marque lo que hizo, del {from} al {to}', day: 'Día' },
    clinicNotes: {
      title: 'De su clínica',
      sells: ['Esta clínica puede ganar dinero con lo que vende.', 'No tiene que comprar nada para seguir este plan.'],
      pharmacist: ['Pregunte en la farmacia antes de usar cremas, CBD, hierbas o suplementos.', 'Algunos van mal con sus medicinas.'],
    },
    aboutYou: 'Sobre usted hoy',
    notes: 'Además, por favor',
    nextReview: 'Próxima visita:',
    clinician: 'Le atiende:',
    clinic: 'Clínica:',
  },

  modules: {
    M01: {
      title: 'Frío',
      dose: '{minutes}, {times} al día. Pare a las 48 horas. Mire su piel a los 5 minutos.',
      body: [
        {
          steps: [
            'Envuelva una bolsa de hielo en un paño fino.',
            'Póngala en la parte baja de la espalda o en la nalga durante {minutes}.',
            'Hágalo unas cuantas veces al día durante dos días.',
          ],
        },
        { prose: ['Quítela si la piel se pone blanca, arde o se duerme.', 'No se duerma con ella puesta.'] },
      ],
    },
    M02: {
      title: 'Calor suave',
      dose: '{minutes}, {times} al día',
      body: [
        {
          prose: [
            'Una almohadilla tibia o un baño tibio puede aflojar los músculos tensos.',
            'Que esté tibio, no caliente, durante {minutes}.',
            'No use una bolsa de agua caliente.',
            'Si tiene la piel dormida, se puede quemar sin notarlo.',
          ],
        },
      ],
    },
    M03: {
      title: 'Piernas en alto (90-90)',
      dose: '{minutes}, hasta {times} al día',
      body: [
        {
          steps: [
            'Acuéstese boca arriba.',
            'Apoye las pantorrillas en una silla, con la cadera y las rodillas dobladas.',
            'Quédese así {minutes}.',
          ],
        },
        { prose: ['Pare si el dolor baja por la pierna.'] },
      ],
    },
    M04a: {
      title: 'Boca abajo',
      dose: '{minutes}',
      body: [
        {
          prose: [
            'Acuéstese boca abajo unos minutos.',
            'Buena señal: el dolor de la pierna sube hacia la espalda.',
            'Pare si el dolor baja por la pierna.',
          ],
        },
      ],
    },
    M04b: {
      title: 'Postura del niño',
      dose: '{seconds}, {times}',
      body: [
        { steps: ['De rodillas, apoye el pecho en unos cojines.', 'Respire lento durante {seconds}.'] },
        { prose: ['Levántese si la pierna le duele más.'] },
      ],
    },
    M05: {
      title: 'De lado',
      dose: 'Todo el tiempo que quiera',
      body: [{ steps: ['Acuéstese de lado, con una almohada entre las rodillas.', 'Que la pierna de arriba no caiga hacia delante.'] }],
    },
    M06: {
      title: 'Almohadas bajo las rodillas',
      dose: '{minutes}',
      body: [{ steps: ['Acuéstese boca arriba con dos almohadas bajo las rodillas.', 'Es para un rato corto.'] }],
    },
    M07: {
      title: 'Mover la pelvis',
      dose: '{count} veces lentas, {times} al día',
      body: [
        {
          steps: [
            'Acuéstese boca arriba con las rodillas dobladas.',
            'Aplane la espalda, suave, y luego suelte.',
            'Hágalo lento, {count} veces.',
          ],
        },
      ],
    },
    M08: {
      title: 'Caminar',
      dose: {
        P1: '{minutes}, {times} al día',
        P2: 'Sume {added} cada {every}',
        P3: 'Como quedó en la consulta',
      },
      body: [
        {
          prose: [
            'Un paseo corto puede aliviar la espalda rígida.',
            'Camine un poco, muchas veces al día.',
            'Pare antes de que la pierna le duela más.',
            'Si hace mucho, puede irritar el nervio.',
            'Si la pierna está peor al otro día, haga menos y pruebe otra vez.',
          ],
        },
      ],
    },
    M09: {
      title: 'Pausas para levantarse',
      dose: 'De pie {stand} cada {every}',
      body: [{ prose: ['Póngase de pie cada {every}.', 'Un cojín pequeño tras la parte baja de la espalda puede ayudar.'] }],
    },
    M10a: {
      title: 'Dormir',
      dose: null,
      body: [
        {
          prose: [
            'Acuéstese siempre a la misma hora.',
            'Duerma de lado o con almohadas bajo las rodillas.',
            'Gire lento, con las rodillas dobladas.',
          ],
        },
      ],
    },
    M10b: {
      title: 'Levantar peso',
      dose: null,
      body: [{ prose: ['Lleve la carga cerca del cuerpo.', 'Gire los pies, no la espalda.', 'Lleve menos peso cada vez, en más viajes.'] }],
    },
    M10c: {
      title: 'Por qué llega una crisis',
      dose: 'Una cosa esta semana',
      body: [
        {
          prose: [
            'Una crisis puede llegar cuando la carga es más de lo que su cuerpo aguanta hoy.',
            'Muchas cargas pequeñas se suman.',
            'Elija una cosa que hacer menos esta semana.',
            'Respirar lento puede ayudar.',
          ],
        },
      ],
    },
    M11: {
      title: 'Cuidado al estirar',
      dose: null,
      body: [{ prose: ['No estire con fuerza.', 'Estirar fuerte puede irritar el nervio, más aún al principio.'] }],
    },
    M12: {
      title: 'Pastillas como el ibuprofeno',
      dose: 'Siga lo que dice la caja',
      body: [
        {
          prose: [
            'Una pastilla como el ibuprofeno puede ayudar un poco a algunas personas.',
            'Tómela con comida.',
            'Siga lo que dice la caja y tómela poco tiempo.',
            'Si toma otras pastillas, pregunte en la farmacia.',
            'Pare y pida ayuda si tiene heces negras, sangre en el vómito o dolor de barriga.',
          ],
        },
      ],
    },
    M12b: {
      title: 'Pastillas como el ibuprofeno: no son para usted',
      dose: null,
      body: [
        {
          prose: ['Las pastillas como el ibuprofeno no son para usted.', 'Pregunte a su médico o en la farmacia qué puede tomar.'],
        },
      ],
    },
    M12c: {
      title: 'Pastillas como el ibuprofeno: pregunte antes',
      dose: null,
      body: [{ prose: ['No tome aún una pastilla como el ibuprofeno.', 'Pregunte antes a su médico o en la farmacia.'] }],
    },
    M14: {
      title: 'Deslizar el nervio',
      dose: '{count} veces lentas, {times} al día',
      body: [
        {
          prose: ['Muévase lento.', 'Solo debe notar un tirón suave, no dolor.', 'Pare si el hormigueo crece o dura más de un minuto.'],
        },
      ],
    },
    M15: {
      title: 'Rodillo en la nalga y la cadera',
      dose: '{seconds} en cada zona, {times} al día',
      body: [
        {
          prose: [
            'El rodillo puede aflojar los músculos tensos por un rato.',
            'No trata un nervio irritado en la espalda.',
            'Va mejor con lo que aprende aquí y si avanza poco a poco.',
          ],
        },
        {
          steps: [
            'Siéntese sobre un rodillo blando.',
            'Ponga el tobillo del lado que duele en la otra rodilla e inclínese hacia el lado que duele.',
            'Apriete poco.',
            'No pase por el punto que más duele.',
          ],
        },
        {
          prose: [
            'No pase nunca el rodillo por la parte baja de la espalda ni por detrás del muslo.',
            'Pare ya si el dolor es punzante, corre por la pierna o es como una descarga eléctrica.',
          ],
        },
      ],
    },
    M15x: {
      title: 'Rodillo: ahora no',
      dose: null,
      body: [
        {
          prose: [
            'Por favor, ahora no pase el rodillo por la espalda, la nalga ni el muslo.',
            'Apretar ahí puede irritar el nervio.',
            'No trata un nervio irritado en la espalda.',
          ],
        },
      ],
    },
    M16: {
      title: 'Pelota',
      dose: '{seconds}',
      body: [
        {
          prose: [
            'Una pelota puede aflojar los músculos tensos por un rato.',
            'Apóyese suave en una pelota blanda contra la pared.',
            'No apriete el hueso ni los puntos que pinchan.',
            'Va mejor si se mueve un poco más cada vez.',
          ],
        },
      ],
    },
    M17: {
      title: 'Hacer más, paso a paso',
      dose: 'Como quedó en la consulta',
      body: [{ prose: ['Sume una cosa cada vez y espere dos días.'] }],
    },
    M18: {
      title: 'Qué es la ciática y qué esperar',
      dose: null,
      body: [
        {
          prose: [
            'La ciática es un dolor de pierna que viene de un nervio irritado.',
            'El nombre no dice la causa.',
            'El nervio va de la espalda baja, por detrás de la pierna, hasta el pie.',
            'El nervio debe deslizarse cuando usted se mueve.',
            'Un nervio irritado se desliza menos.',
            'Por eso, si sube el pie, puede notarlo en la pierna o la espalda.',
            'El pie no es el problema.',
          ],
        },
        {
          prose: [
            'Un disco abultado es una causa común.',
            'Unos días puede doler más y otros menos.',
            'Un nervio irritado puede ser muy sensible, y eso no se ve en una imagen.',
            'Que duela más no siempre es que esté peor.',
            'Mucha gente está mejor en 4 a 6 semanas.',
            'Otros tardan más.',
            'Un fisioterapeuta o un médico le puede ayudar a hallar la causa y hacer un plan.',
          ],
        },
      ],
    },
  },

  pictures: {
    M01: 'Persona acostada de lado, con las rodillas dobladas y frío en un paño contra la parte baja de la espalda.',
    M02: 'Persona acostada de lado, con las rodillas dobladas y calor suave contra la parte baja de la espalda.',
    M03: 'Persona boca arriba, con las pantorrillas sobre el asiento de una silla, cadera y rodillas dobladas.',
    M04a: 'Persona acostada boca abajo, con los brazos a los lados.',
    M04b: 'Persona de rodillas, que luego se sienta sobre los talones y apoya el pecho y los brazos en unos cojines.',
    M05: 'Persona acostada de lado, vista desde arriba, con las rodillas dobladas y una almohada entre ellas.',
    M06: 'Persona boca arriba con dos almohadas bajo las rodillas.',
    M07: 'Persona boca arriba con las rodillas dobladas. Una flecha muestra que la espalda baja hasta cerrar el hueco con el suelo.',
    M08: 'Persona que camina con los brazos sueltos.',
    M09: 'Persona sentada en una silla con un cojín tras la espalda, que luego se pone de pie.',
    M14: 'Persona sentada en una silla. Sube una pierna lento, con el pie hacia arriba, y la baja otra vez.',
    M15: 'Persona sentada sobre un rodillo, un tobillo en la otra rodilla y las manos en el suelo por detrás.',
    M16: 'Persona de pie que apoya la nalga en una pelota contra la pared.',
    M17: 'Persona que sube escalones, uno cada vez.',
  },

  seenFromAbove: 'Vista desde arriba',
  ibuprofenDose:
    'Siga lo que dice la caja. Ibuprofeno: 200 a 400 mg, hasta 3 veces al día, con 6 horas entre una toma y otra, con comida. No más de 1200 mg al día. Tome solo una clase de estas pastillas.',

  notes: {
    'N-FOOTWEAR': ['Use zapatos que sujeten bien el pie.', 'Quite lo que pueda hacerle tropezar.', 'Use el pasamanos en la escalera.'],
    'N-FEET': ['Mire sus pies todos los días.'],
    'N-BED': ['Hágalo en la cama, no en el suelo.'],
    'N-SEATS': ['Busque antes dónde sentarse en el camino.', 'Siéntese cuando le pesen las piernas.'],
    'N-MATERNITY': [
      'Pregunte a su matrona, partera o médico antes de tomar pastillas para el dolor.',
      'No esté mucho rato boca arriba desde la semana 16.',
      'Duérmase de lado desde la semana 28.',
    ],
    'N-BELLY': ['No ponga calor en la barriga.'],
    'N-SLEEP-SIDE': ['Duerma de lado.'],
  },

  stopRules: {
    good: 'Buena señal: el dolor de la pierna sube hacia la espalda, aunque la espalda duela más.',
    bad: ['Mala señal: el dolor baja por la pierna.', 'Pare lo que estaba haciendo.'],
    next: [
      'Si no se calma el mismo día, llámenos.',
      'Si nota zonas nuevas dormidas, hormigueo o una pierna débil, deje todo ejercicio y el rodillo.',
      'Llámenos el mismo día para que le veamos.',
    ],
    callUs: 'Nuestro teléfono: {phone}',
  },

  safety: {
    now: ['Pida ayuda ahora.', 'Vaya a {ED} o llame al {number} si le pasa algo de esto.'],
    nowItems: [
      'Ahora le cuesta empezar a orinar, o sale con poca fuerza.',
      'No puede orinar.',
      'Se le escapa la orina o la caca.',
      'No nota cuándo tiene que ir al baño.',
      'Siente dormidas o raras la zona del ano, las partes íntimas o el interior de los muslos.',
      'Nota un cambio nuevo en el sexo o en lo que siente ahí.',
      'Siente débiles o dormidas las dos piernas.',
      'Tiene fiebre y mucho dolor de espalda.',
      'Le duelen mucho de golpe la barriga y la espalda, o se desmaya.',
      'Una pierna se pone fría o pálida de golpe.',
      'Se le hincha la pantorrilla y le duele el pecho o le cuesta respirar.',
    ],
    otherLeg: 'El dolor empieza también en la otra pierna.',
    bothLegs: 'El dolor de las dos piernas empeora.',
    sameDay: 'Pida ayuda el mismo día si le pasa algo de esto.',
    sameDayItems: [
      'Se le cae el pie o lo arrastra.',
      'Tiene la pierna más débil.',
      'Tiene zonas nuevas dormidas o con hormigueo, o crecen.',
      'Se le hincha o le duele una pantorrilla.',
      'El dolor empeora mucho y rápido.',
      'El dolor es muy fuerte y nada lo alivia.',
    ],
    tellUs: ['Díganos si no está mejor en 7 a 10 días.', 'Díganos si el dolor baja más por la pierna.'],
  },

  emergency: {
    documentTitle: 'Hoja de urgencia',
    titles: {
      ED: 'Vaya ahora a {ED}',
      NUMBER: 'Llame ahora al {number}',
      COORD: 'El equipo de cáncer y columna tiene que verle hoy',
    },
    person: '{name}, fecha de nacimiento {born}, {date}.',
    opening: ['Puede tener un problema que hay que atender ahora.', 'Esperar no es seguro.'],
    routes: {
      ED: ['Vaya ahora a {ED}.'],
      NUMBER: ['Llame ahora al {number}.', 'Quédese donde está.'],
      COORD: ['Vaya a donde le diga el equipo.', 'Si no puede hablar con ellos, vaya a {ED}.'],
    },
    doNotDrive: ['No conduzca usted.', 'Pida a alguien que vaya con usted.'],
    transport: 'Cómo va a ir: {transport}.',
    transports: {
      ambulance: 'en ambulancia',
      taken: 'le lleva otra persona',
      other: '____________________',
      own_choice: 'como usted elija',
    },
    before: [
      'Lleve esta hoja y la lista de sus pastillas.',
      'Pregunte antes de comer o beber.',
      'En el viaje, póngase como menos le duela.',
    ],
    tellStaff: 'Diga al personal: {reasons}.',
    told: 'Avisamos a {told} a las {time}.',
    worse: 'Si empeora en el camino, llame al {number}.',
    refused: ['Usted eligió no ir ahora.', 'Puede cambiar de idea cuando quiera.', 'Le vamos a llamar a las {time}.'],
  },

  safetySheet: {
    documentTitle: 'Hoja de seguridad',
    title: 'Su hoja de seguridad',
    person: '{name}, fecha de nacimiento {born}, {date}.',
    openDiscussion: ['Hoy vamos a llamar a un experto para hablar de su caso.', 'Por favor, quédese aquí hasta tener un plan.'],
    incomplete: ['Aún faltan algunas preguntas.', 'Se las haremos otra vez antes de darle un plan para casa.'],
    earlierEmergency: ['Aún le falta la revisión que pedimos.', 'Por favor, vaya o llámenos ahora al {phone}.'],
    nextContact: 'Su próxima cita es: {next}.',
  },

  slip: {
    title: 'Llévelo en la cartera',
    born: 'Nacimiento: {born}',
    seen: 'Visita del {date}',
  },

  nameByHand: 'Nombre: ______________________________ (escriba a mano)',
  ownNumber: 'Número: {number}.',

  patientTexts: {
    'P-ED': 'Vaya ahora a {ED}. No espere.',
    'P-NUM': 'Llame ahora al {number}.',
    'P-CA':
      'Estamos llamando al equipo de cáncer y columna. Vaya hoy a donde le digan. Si no puede hablar con ellos o empeora, vaya a {ED}.',
    'P-CALL': 'Hoy vamos a llamar a un experto para hablar de su caso. Por favor, quédese aquí hasta tener un plan.',
    'P-TELL': 'Díganos en seguida si esto cambia.',
    'P-BI':
      'Vaya a {ED} si las dos piernas se ponen débiles o dormidas. Vaya si nota algo nuevo al orinar, al hacer caca o en las partes íntimas.',
    'P-FOOT': 'Si el pie está más débil, pida ayuda el mismo día.',
    'P-WEAK': 'Vimos una zona débil o dormida, o usted nos la contó. La vamos a mirar otra vez pronto. Llámenos el mismo día si crece.',
    'P-STOP': 'Deje los ejercicios. Hoy vamos a llamar a un experto para hablar de su caso.',
    'P-TESTS': 'Queremos saber por qué bajó de peso. Vamos a pedir pruebas.',
    'P-FEVER': 'Vaya a {ED} si tiene fiebre y mucho dolor de espalda. Vaya si se siente muy mal.',
    'P-LIFT': 'No levante peso ni se agache hasta que le miremos la espalda.',
    'P-PAIN': 'Díganos si nada le alivia el dolor. Díganos si le despierta todas las noches.',
    'P-COLD': 'Llame al {number} si la pierna se pone fría o pálida de golpe.',
    'P-RHEUM': 'Quizá le pidamos un análisis de sangre o que vea a un médico de las articulaciones.',
    'P-CALF': 'No frote la pierna. Llame al {number} si le duele el pecho o le cuesta respirar.',
    'P-SEE': 'Vamos a mirarlo otra vez y a cambiar el plan.',
    'P-PREG': 'Pregunte a su matrona, partera o médico antes de tomar pastillas para el dolor.',
  },
  // For the staff who receive the patient as well as for the patient.
  reasons: {
    'RF-01': 'problema nuevo de vejiga (new bladder problem)',
    'RF-02': 'problema nuevo de vejiga (new bladder problem)',
    'RF-03': 'problema nuevo de intestino (new bowel problem)',
    'RF-04': 'zona de la silla de montar dormida (numb in the saddle area)',
    'RF-05': 'cambio sexual nuevo (new sexual change)',
    'RF-06': 'las dos piernas afectadas (both legs affected)',
    'RF-07': 'las dos piernas afectadas (both legs affected)',
    'RF-11': 'cáncer antes y dolor de nervio (past cancer and nerve pain)',
    'RF-12': 'puede ser una infección (may be an infection)',
    'RF-13': 'puede ser un hueso roto (may be a broken bone)',
    'RF-15': 'puede ser un problema de una arteria grande (may be a large blood vessel problem)',
    'RF-16': 'pierna fría o pálida (cold or pale leg)',
    'RF-18': 'puede ser un trombo (may be a clot)',
    'RF-22':
      'pérdida de fuerza o sensibilidad tras una intervención o con anticoagulantes (nerve loss after a procedure or on blood thinners)',
  },
};
