#!/usr/bin/env python3
"""Writes a drop of any size from our own sentences, repeated and edited.

usage: tools/make_drop.py ARTICLES [--seed N] [--hot SHARE] > drop.jsonl

Events are invented: a kind of event, its people, places and figures, a day
within one year. Outlets tell each in turn, from 1 to 40 articles an event, most
events few: every fact in one of several wordings, some left out, the order
changed, a figure changed now and then. Some articles are printed a second time
by another outlet, trimmed, with an agency's credit or without. --hot puts that
share of all articles into one event, as on the day of a great disaster. The
same arguments give the same bytes.
"""
import argparse
import json
import random
import sys

OUTLETS = ["Harbour Post", "Inland Times", "Calder Herald", "Tarn Observer",
           "Vale Courier", "Morning Ledger", "North Dispatch", "The Sentinel"]
AGENCIES = ["Reuters", "Associated Press"]
GIVEN = "Ilse Marco Anneke Tomas Ruth Pavel Noor Edwin Greta Luis".split()
SYLLABLES = "bra cal dun fer gor hal kes lom mar ned pol ros tar vel wen".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# {n} and {m}: figures; {p}, {q}: people; {t}, {u}: towns; {c}: a firm; {d}: a
# weekday. A fact is a list of wordings.
KINDS = {
    "Freight train derails near {t}": [
        ["A freight train left the rails near {t} on {d}, injuring {n} people.",
         "At least {n} people were hurt when a freight train derailed outside {t} on {d}.",
         "{n} people were injured on {d} after a goods train came off the tracks close to {t}."],
        ["The line, which carries coal to {u}, was closed for {m} days, {c} said.",
         "{c} said in a statement that it had shut the line to {u} for {m} days."],
        ["“We heard a noise like thunder,” said {p}, who lives beside the track.",
         "{p}, a resident, told reporters: “We heard a noise like thunder.”"],
        ["Investigators have not yet named a cause.",
         "The cause of the accident is not known, officials said."],
        ["Mayor {q} visited the injured in hospital and called for an inquiry.",
         "{q}, the mayor of {t}, called for an inquiry after she met the injured."],
    ],
    "Fire destroys warehouse in {t}": [
        ["Fire destroyed a warehouse of {c} in {t} early on {d}.",
         "A blaze gutted a warehouse in {t} that belongs to {c} before dawn on {d}."],
        ["{n} firefighters fought the flames for {m} hours.",
         "It took {n} firefighters {m} hours to put the fire out."],
        ["Nobody was hurt, fire chief {p} said.",
         "Fire chief {p} said that there were no injuries."],
        ["Smoke forced the school in {u} to close.",
         "The school in {u} was closed because of the smoke."],
        ["{c} stored paint and timber in the building.",
         "Paint and timber were kept in the building, {q}, a manager of {c}, said."],
    ],
    "{t} council approves new bridge": [
        ["The council of {t} voted {n} to {m} on {d} to build a bridge to {u}.",
         "Councillors in {t} approved a bridge to {u} by {n} votes to {m} on {d}."],
        ["The bridge will cost ${n} million and will be built by {c}.",
         "{c} will build the bridge for ${n} million."],
        ["{p}, who leads the opposition, said the town could not afford it.",
         "Opposition leader {p} said that {t} had no money for the bridge."],
        ["Work will begin in March and last {m} months.",
         "Construction starts in March and is to take {m} months."],
        ["The ferry between {t} and {u} will be withdrawn, {q} said.",
         "{q}, a councillor, said the ferry to {u} would stop."],
    ],
    "Nurses at {t} hospital begin strike": [
        ["{n} nurses walked out at the hospital of {t} on {d}.",
         "The hospital in {t} was hit by a strike of {n} nurses on {d}."],
        ["The union wants {m} percent more pay, its secretary {p} said.",
         "Union secretary {p} said nurses demanded a rise of {m} percent."],
        ["The hospital cancelled {n} operations.",
         "{n} operations had to be called off, the hospital said."],
        ["Director {q} called the demand unrealistic.",
         "{q}, the hospital's director, rejected the demand as unrealistic."],
        ["Patients were taken to {u} by ambulance.",
         "Ambulances brought patients to the clinic in {u}."],
    ],
    "Court in {t} convicts former banker": [
        ["{p}, who once ran {c}, was sentenced to {m} years in prison on {d}.",
         "A court in {t} jailed {p}, the former head of {c}, for {m} years on {d}."],
        ["{p} took ${n} million from customers, the court found.",
         "Judges found that customers had lost ${n} million to {p}."],
        ["{q}, for the defence, said {p} would appeal.",
         "Defence lawyer {q} announced an appeal."],
        ["The trial lasted {m} months and heard {n} witnesses.",
         "{n} witnesses were heard in a trial of {m} months."],
        ["{p} denied the charges.", "{p} pleaded not guilty."],
    ],
    "Floods cut off {t}": [
        ["Heavy rain flooded {t} on {d} and cut off {n} households.",
         "{n} households in {t} were cut off by floods after heavy rain on {d}."],
        ["The river rose by {m} metres in a night.",
         "Overnight the water climbed {m} metres."],
        ["Soldiers brought {n} people to safety in boats.",
         "{n} people were rescued by soldiers in boats."],
        ["The road to {u} will stay closed for {m} days, {p} of the road office said.",
         "{p} of the road office said the road to {u} would be shut for {m} days."],
        ["{q}, who keeps the mill, said he had not been warned.",
         "Nobody had warned him, said {q}, the miller."],
    ],
}
STOCK = ["He did not give further details.", "The police declined to comment.",
         "The investigation is continuing.", "No other details were available."]
# What an article adds of its own: a sentence nobody else has.
NOUNS = """bakery harbour orchard library tunnel quarry theatre lighthouse meadow cellar brewery market chapel archive
stadium greenhouse canal workshop tavern museum ferry windmill cottage vineyard barracks nursery laundry depot garden
kitchen studio reservoir tower pier stable terrace foundry academy monastery printer tailor beekeeper sculptor painter
violinist gardener blacksmith surveyor translator carpenter librarian botanist geologist sailor shepherd weaver potter
clockmaker glazier""".split()
VERBS = """bought repaired painted inherited leased sketched photographed catalogued heated restored mapped measured guarded
insured fenced renamed toured visited praised copied borrowed polished drained planted demolished furnished lit moved
rented swept tested described advertised labelled blessed auctioned rebuilt enlarged sealed admired""".split()
ADJECTIVES = """narrow crooked wooden copper silent frosty hollow ancient spare crowded damp golden plain remote striped
tall vacant woollen yellow zinc oval marble leafy humble gilded faded dusty brittle amber""".split()
WHEN = ["long ago", "every autumn", "at great expense", "without a word", "for a neighbour", "by candlelight",
        "against advice", "twice", "in a single week", "before the war"]


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def name(self):
        return "".join(self.r.choice(SYLLABLES) for _ in range(3)).capitalize()

    def event(self):
        r = self.r
        return dict(kind=r.choice(sorted(KINDS)), day=r.randrange(365),
                    p=f"{r.choice(GIVEN)} {self.name()}", q=f"{r.choice(GIVEN)} {self.name()}",
                    t=self.name(), u=self.name(), c=f"{self.name()} Works",
                    n=r.randrange(13, 400), m=r.randrange(2, 12))

    def fill(self, wording, event):
        r = self.r
        values = dict(event, d=DAYS[event["day"] % 7])
        for figure in "nm":
            if r.random() < .04: values[figure] += r.randrange(1, 4)
        return wording.format(**values)

    def aside(self):
        r = self.r
        who = f"{r.choice(GIVEN)} {self.name()}, a {r.choice(NOUNS)} owner," if r.random() < .5 else f"The {r.choice(NOUNS)} of {self.name()}"
        return f"{who} {r.choice(VERBS)} a {r.choice(ADJECTIVES)} {r.choice(NOUNS)} {r.choice(WHEN)}."

    def article(self, event):
        r = self.r
        facts = KINDS[event["kind"]][:]
        lead, rest = facts[0], [f for f in facts[1:] if r.random() < .8]
        if r.random() < .5: r.shuffle(rest)
        body = [self.fill(r.choice(f), event) for f in [lead] + rest]
        body += [self.aside() for _ in range(r.randrange(4, 12))]
        if r.random() < .3: body.append(r.choice(STOCK))
        return event["kind"].format(**event), body

    def printing(self, title, body):
        """The same article in another outlet."""
        r = self.r
        copy = body[:]
        if r.random() < .5: copy = copy[:max(3, len(copy) * 2 // 3)]
        if r.random() < .3: copy[1:] = r.sample(copy[1:], len(copy) - 1)
        return title, copy


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("articles", type=int)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--hot", type=float, default=0.0)
    a = ap.parse_args()
    maker, r, made = Maker(a.seed), random.Random(a.seed + 1), 0

    def write(title, body, event, outlet, agency=None):
        nonlocal made
        made += 1
        date = f"2025-{1 + event['day'] // 31:02d}-{1 + event['day'] % 28:02d}"
        paragraphs = [" ".join(body[i:i + 2]) for i in range(0, len(body), 2)]
        if agency: paragraphs[0] = f"{event['t'].upper()} ({agency}) - {paragraphs[0]}"
        json.dump(dict(id=str(made), outlet=outlet, url=f"https://example.org/{made}", published=date, title=title,
                       text="\n\n".join([title] + paragraphs)), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")

    def tell(event, tellings):
        for _ in range(tellings):
            if made >= a.articles: return
            title, body = maker.article(event)
            agency = r.choice(AGENCIES) if r.random() < .2 else None
            outlets = r.sample(OUTLETS, 2)
            write(title, body, event, outlets[0], agency)
            if r.random() < .2 and made < a.articles:
                write(*maker.printing(title, body), event, outlets[1], agency if r.random() < .5 else None)

    hot = int(a.articles * a.hot)
    if hot: tell(maker.event(), hot)
    while made < a.articles:
        tell(maker.event(), min(40, int(r.paretovariate(1.2))))


if __name__ == "__main__":
    main()
