import type { HandoutText } from '../../handouts/handout-text.ts';
import { LEADS } from './home-care.ts';
import { EMERGENCY_REASONS, PATIENT_TEXTS } from './red-flags.ts';

/**
 * Every printed sentence in English, as the clinical specification has it (sections 5.4 and 7.2). A sentence's id is its
 * module's id and its place in the module: `M03.2`. Changing a word here changes what patients read: the specification
 * comes first, and `tests/handouts` computes the reading grade of each block.
 */
export const handoutText: HandoutText = {
  language: 'en-GB',
  readability: 'flesch-kincaid',
  bannedWords: [
    /\bslipped\b/i,
    /\bcrumbl\w*/i,
    /\bdamag\w*/i,
    /\bdegenerat\w*/i,
    /\bconfirm\w*/i,
    /\bdiagnosis of\b/i,
    /\bshould of\b/i,
    /\d\s?(%|per ?cent)/i,
  ],
  noteWords: {
    selling: /\b(?:buy\w*|bought|shop\w*|discount\w*|codes?|coupons?|offer\w*|affiliate\w*|sponsor\w*)\b/g,
    cure: /\b(?:cure[sd]?|curing|heal(?:s|ed|ing)?|guarantee\w*)\b/g,
    product: /\b(?:cbd|cannabidiol|hemp|supplement\w*)\b/g,
  },
  speaksToYou: /\b(?:you|your|yours|yourself)\b/i,
  tradeWords:
    /\b(?:radiculopath\w*|lumbar|lumbosacral|dermatome\w*|myotome\w*|dorsiflexion|paraesthesia\w*|analges\w*|nsaids?|foramin\w*|stenosis|herniat\w*|neurodynamic\w*|peripheralis\w*|centralis\w*)\b/i,
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  doseRange: '{from} to {to}',
  doseUnits: {
    minutes: { one: '{count} minute', other: '{count} minutes' },
    seconds: { one: '{count} second', other: '{count} seconds' },
    times: { one: '{count} time', other: '{count} times' },
    days: { one: '{count} day', other: '{count} days' },
  },
  page: 'Page {page} of {pages}',
  copyOf: 'Copy of {date}',
  headerPerson: '{name}, born {born}',
  logo: 'Logo of {clinic}',

  homecare: {
    documentTitle: 'Home plan for sciatica',
    title: 'Your home plan for sciatica',
    madeFor: 'For {name}, born {born}. Visit of {date}. {phase}.',
    madeOn: 'Made on {date}.',
    phases: { P1: 'Phase 1', P2: 'Phase 2', P3: 'Phase 3' },
    leads: LEADS,
    messages: [['M08.2'], ['M11.1'], ['M18.12', 'M18.13'], ['M18.11'], ['M09.1'], ['M06.2']],
    changes: {
      added: 'New since your sheet of {date}: {titles}.',
      left: 'Not for now: {titles}.',
      none: 'Your plan is the same as on {date}.',
    },
    tickChart: { title: 'Tick what you did, {from} to {to}', day: 'Day' },
    clinicNotes: {
      title: 'From your clinic',
      sells: ['This clinic may earn money from items it sells.', 'You do not need to buy anything to follow this plan.'],
      pharmacist: ['Ask your pharmacist before you use creams, CBD, herbs or supplements.', 'Some can mix badly with your medicines.'],
    },
    aboutYou: 'About you today',
    notes: 'Please also',
    nextReview: 'Next review:',
    clinician: 'Your clinician:',
    clinic: 'Clinic:',
  },

  modules: {
    M01: {
      title: 'Cold pack',
      dose: '{minutes}, {times} a day. Stop by 48 hours. Check your skin after 5 minutes.',
      body: [
        {
          steps: [
            'Wrap an ice pack in a thin towel.',
            'Put it on your low back or buttock for {minutes}.',
            'Do this a few times a day for two days.',
          ],
        },
        { prose: ['Take it off if the skin turns white, burns or goes numb.', 'Do not sleep on it.'] },
      ],
    },
    M02: {
      title: 'Warmth',
      dose: '{minutes}, {times} a day',
      body: [
        {
          prose: [
            'A warm pad or warm bath can relax tight muscles.',
            'Keep it warm, not hot, for {minutes}.',
            'Do not use a hot water bottle.',
            'If your skin is numb, you could burn and not feel it.',
          ],
        },
      ],
    },
    M03: {
      title: 'Legs-up rest (90-90)',
      dose: '{minutes}, up to {times} a day',
      body: [
        { steps: ['Lie on your back.', 'Rest your lower legs on a chair so hips and knees bend.', 'Stay {minutes}.'] },
        { prose: ['Stop if pain moves down your leg.'] },
      ],
    },
    M04a: {
      title: 'Lying on your tummy',
      dose: '{minutes}',
      body: [
        {
          prose: ['Lie on your tummy for a few minutes.', 'Good sign: leg pain moves up to your back.', 'Stop if it moves down.'],
        },
      ],
    },
    M04b: {
      title: "Child's pose",
      dose: '{seconds}, {times}',
      body: [
        { steps: ['Kneel and rest your chest on cushions.', 'Breathe slowly for {seconds}.'] },
        { prose: ['Come up if your leg pain grows.'] },
      ],
    },
    M05: {
      title: 'Side-lying',
      dose: 'As long as you like',
      body: [{ steps: ['Lie on your side with a pillow between your knees.', 'Keep your top leg from rolling forward.'] }],
    },
    M06: {
      title: 'Pillows under your knees',
      dose: '{minutes}',
      body: [{ steps: ['Lie on your back with two pillows under your knees.', 'Use this for a short rest.'] }],
    },
    M07: {
      title: 'Pelvic tilts',
      dose: '{count} slow ones, {times} a day',
      body: [{ steps: ['Lie on your back with knees bent.', 'Gently flatten your back, then let go.', 'Do {count} slow ones.'] }],
    },
    M08: {
      title: 'Walking',
      dose: {
        P1: '{minutes}, {times} a day',
        P2: 'Add {added} every {every}',
        P3: 'As planned with your clinician',
      },
      body: [
        {
          prose: [
            'Short walks can ease a stiff back.',
            'Walk a little, many times a day.',
            'Stop before your leg pain builds.',
            'Too much can stir up the nerve.',
            'If your leg is worse the next day, do less and try again.',
          ],
        },
      ],
    },
    M09: {
      title: 'Sitting breaks',
      dose: 'Stand for {stand} every {every}',
      body: [{ prose: ['Stand up every {every}.', 'A small cushion behind your low back may help.'] }],
    },
    M10a: {
      title: 'Sleep',
      dose: null,
      body: [
        {
          prose: ['Keep the same bedtime.', 'Lie on your side or with pillows under your knees.', 'Turn over slowly with knees bent.'],
        },
      ],
    },
    M10b: {
      title: 'Lifting',
      dose: null,
      body: [{ prose: ['Hold the load close.', 'Turn your feet, not your back.', 'Take smaller loads and spread them out.'] }],
    },
    M10c: {
      title: 'How a flare builds up',
      dose: 'One thing this week',
      body: [
        {
          prose: [
            'A flare can come when the load is more than your body can take right now.',
            'Many small strains add up.',
            'Pick one thing to ease this week.',
            'Slow breaths can help.',
          ],
        },
      ],
    },
    M11: {
      title: 'Take care with stretching',
      dose: null,
      body: [{ prose: ['Do not stretch hard.', 'Strong stretches can upset the nerve, most of all early on.'] }],
    },
    M12: {
      title: 'Tablets like ibuprofen',
      dose: 'Follow the packet',
      body: [
        {
          prose: [
            'A tablet like ibuprofen may help some people a little.',
            'Take it with food.',
            'Follow the packet and use it for a short time.',
            'Ask a pharmacist if you take other pills.',
            'Stop and get help for black stool, blood in vomit or belly pain.',
          ],
        },
      ],
    },
    M12b: {
      title: 'Tablets like ibuprofen: not right for you',
      dose: null,
      body: [
        {
          prose: ['Tablets like ibuprofen are not right for you.', 'Ask your doctor or pharmacist what you can take.'],
        },
      ],
    },
    M12c: {
      title: 'Tablets like ibuprofen: ask first',
      dose: null,
      body: [{ prose: ['Do not take a tablet like ibuprofen yet.', 'Ask your doctor or pharmacist first.'] }],
    },
    M14: {
      title: 'Nerve glides',
      dose: '{count} slow ones, {times} a day',
      body: [
        {
          prose: ['Move slowly.', 'You should feel only a light pull, not pain.', 'Stop if tingling grows or lasts more than a minute.'],
        },
      ],
    },
    M15: {
      title: 'Rolling, buttock and hip',
      dose: '{seconds} on each area, {times} a day',
      body: [
        {
          prose: [
            'Rolling may ease tight muscles for a short time.',
            'It does not treat a nerve that is sore in the back.',
            'It works best with what you learn here and small steps.',
          ],
        },
        {
          steps: [
            'Sit on a soft roller.',
            'Put the ankle of the sore side on the other knee and lean that way.',
            'Use light pressure.',
            'Stay off the most sore spot.',
          ],
        },
        {
          prose: ['Never roll your low back or the back of your thigh.', 'Stop at once for sharp, shooting or electric pain.'],
        },
      ],
    },
    M15x: {
      title: 'Rolling: not now',
      dose: null,
      body: [
        {
          prose: [
            'Please do not roll your back, buttock or thigh right now.',
            'Pressing there can upset the nerve.',
            'It does not treat a nerve that is sore in the back.',
          ],
        },
      ],
    },
    M16: {
      title: 'Ball',
      dose: '{seconds}',
      body: [
        {
          prose: [
            'A ball may ease tight muscles for a short time.',
            'Lean lightly on a soft ball against a wall.',
            'Stay off bone and sharp spots.',
            'It works best with small steps in movement.',
          ],
        },
      ],
    },
    M17: {
      title: 'Doing more, step by step',
      dose: 'As planned with your clinician',
      body: [{ prose: ['Add one thing at a time and give it two days.'] }],
    },
    M18: {
      title: 'What sciatica is and what to expect',
      dose: null,
      body: [
        {
          prose: [
            'Sciatica is a name for leg pain from a sore nerve.',
            'It does not tell us the cause.',
            'The nerve runs from your low back, down the back of your leg, to your foot.',
            'The nerve should slide as you move.',
            'A sore nerve has less slack.',
            'So when you pull your foot up, you may feel it in your leg or back.',
            'Your foot is not the problem.',
          ],
        },
        {
          prose: [
            'A bulging disc is one common cause.',
            'Pain can go up and down from day to day.',
            'A sore nerve can be very touchy, and a scan does not show that.',
            'More pain does not always mean more harm.',
            'Many people feel better in 4 to 6 weeks.',
            'For some it takes longer.',
            'A physio or doctor can help you find the cause and make a plan.',
          ],
        },
      ],
    },
  },

  pictures: {
    M01: 'Person lying on the side, knees bent, a cold pack in a towel against the low back.',
    M02: 'Person lying on the side, knees bent, a warm pad against the low back.',
    M03: 'Person lying on the back, lower legs on the seat of a chair, hips and knees bent.',
    M04a: 'Person lying face down with the arms by the sides.',
    M04b: 'Person kneels, then sits back on the heels with chest and arms resting on cushions.',
    M05: 'Person lying on the side, seen from above, knees bent, a pillow between the knees.',
    M06: 'Person lying on the back with two pillows under the knees.',
    M07: 'Person lying on the back with knees bent. An arrow shows the low back pressing down to close the gap to the floor.',
    M08: 'Person walking, arms swinging loosely.',
    M09: 'Person sitting on a chair with a cushion behind the low back, then standing up.',
    M14: 'Person sitting on a chair. One lower leg lifts slowly, foot pulled up, then goes down again.',
    M15: 'Person sitting on a roller, one ankle on the other knee, hands on the floor behind.',
    M16: 'Person standing, leaning the buttock on a ball against a wall.',
    M17: 'Person going up steps, one at a time.',
  },

  seenFromAbove: 'Seen from above',
  ibuprofenDose:
    'Follow the packet. Ibuprofen: 200 to 400 mg, up to 3 times a day, 6 hours apart, with food. At most 1200 mg a day. Take only one kind of these tablets.',

  notes: {
    'N-FOOTWEAR': ['Wear shoes that hold your foot well.', 'Clear things you could trip on.', 'Use a rail on stairs.'],
    'N-FEET': ['Look at your feet every day.'],
    'N-BED': ['Do this on your bed, not on the floor.'],
    'N-SEATS': ['Plan a seat on the way.', 'Sit down when your legs feel heavy.'],
    'N-MATERNITY': [
      'Ask your midwife or doctor before you take pain tablets.',
      'Do not lie flat for long from week 16.',
      'Go to sleep on your side from week 28.',
    ],
    'N-BELLY': ['Do not put heat on your belly.'],
    'N-SLEEP-SIDE': ['Sleep on your side.'],
  },

  stopRules: {
    good: 'Good sign: leg pain moves up to your back, even if your back aches more.',
    bad: ['Bad sign: leg pain moves down your leg.', 'Stop what you were doing.'],
    next: [
      'If it does not settle the same day, call us.',
      'If you get new numb spots, tingling or a weak leg, stop all home exercise and rolling.',
      'Call us the same day so we can check you.',
    ],
    callUs: 'Our phone: {phone}',
  },

  safety: {
    now: ['Get help now.', 'Go to {ED} or call {number} if you have any of these.'],
    nowItems: [
      'You have new trouble starting to pee, or a weak flow.',
      'You cannot pee.',
      'You leak pee or stool.',
      'You cannot feel when you need to go.',
      'You feel numb or odd round your back passage, private parts or inner thighs.',
      'You have a new change in sex or feeling there.',
      'Both legs feel weak or numb.',
      'You have a fever with bad back pain.',
      'You have sudden bad belly and back pain, or you faint.',
      'A leg turns cold or pale all at once.',
      'Your calf swells and you have chest pain or find it hard to breathe.',
    ],
    otherLeg: 'Pain starts in your other leg too.',
    bothLegs: 'The pain in both legs gets worse.',
    sameDay: 'Get help the same day if you have any of these.',
    sameDayItems: [
      'Your foot drops or drags.',
      'Your leg gets weaker.',
      'You have new numb or tingling spots, or they spread.',
      'One calf swells or hurts.',
      'Your pain gets much worse fast.',
      'The pain is very bad and nothing eases it.',
    ],
    tellUs: ['Tell us if you are not better in 7 to 10 days.', 'Tell us if the pain moves further down your leg.'],
  },

  emergency: {
    documentTitle: 'Emergency sheet',
    titles: {
      ED: 'Go to {ED} now',
      NUMBER: 'Call {number} now',
      COORD: 'The cancer spine team needs to see you today',
    },
    person: '{name}, born {born}, {date}.',
    opening: ['You may have a problem that needs help now.', 'It is not safe to wait.'],
    routes: {
      ED: ['Go to {ED} now.'],
      NUMBER: ['Call {number} now.', 'Stay where you are.'],
      COORD: ['Go where the team sends you.', 'If you cannot reach them, go to {ED}.'],
    },
    doNotDrive: ['Do not drive yourself.', 'Ask someone to go with you.'],
    transport: 'How you will travel: {transport}.',
    transports: { ambulance: 'ambulance', taken: 'taken by someone', other: '____________________', own_choice: 'own choice' },
    before: [
      'Take this page and a list of your tablets.',
      'Ask before you eat or drink.',
      'Rest in the position that hurts least while you travel.',
    ],
    tellStaff: 'Tell the staff: {reasons}.',
    told: 'We told {told} at {time}.',
    worse: 'If you get worse on the way, call {number}.',
    refused: ['You chose not to go now.', 'You can change your mind at any time.', 'We will call you at {time}.'],
  },

  safetySheet: {
    documentTitle: 'Safety sheet',
    title: 'Your safety sheet',
    person: '{name}, born {born}, {date}.',
    openDiscussion: ['We will call an expert about you today.', 'Please stay here until we have a plan.'],
    incomplete: ['Some questions are still open.', 'We will ask them again before we give you a home plan.'],
    earlierEmergency: ['You still need the check we asked for.', 'Please go or call us now on {phone}.'],
    nextContact: 'Your next contact is {next}.',
  },

  slip: {
    title: 'Keep this in your wallet',
    born: 'born {born}',
    seen: 'Seen on {date}',
  },

  nameByHand: 'Name: ______________________________ (write by hand)',
  ownNumber: 'Number: {number}.',

  patientTexts: PATIENT_TEXTS,
  reasons: EMERGENCY_REASONS,
};
