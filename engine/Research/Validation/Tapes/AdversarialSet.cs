using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Research.Validation;

/// <summary>A fixed set of adversarial tapes with a hash: scores of strategies that ran over one set compare.</summary>
/// <param name="Tapes">Kind by kind, strength by strength, seed by seed.</param>
public sealed record AdversarialSet(IReadOnlyList<AdversarialTape> Tapes)
{
    /// <summary>Hex SHA-256 over all that happens on them.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Tapes.Select(tape =>
        tape.Name + "\n" + string.Join('\n', tape.Events.Select(each => each.Key)))))));

    /// <summary>The set over tapes: what happens depends on them and the terms alone, never on who trades there.</summary>
    /// <param name="tapes">A run's tapes; they are read and disposed of.</param>
    /// <param name="terms">What the set is made of.</param>
    /// <exception cref="WorkbenchException">WB4154–WB4156: nothing can be put on such tapes, or the terms ask for too much.</exception>
    public static AdversarialSet Of(IReadOnlyList<Tape> tapes, AdversarialTerms terms) => Of(Survey(tapes), terms);

    /// <summary>The set over tapes that were looked over already.</summary>
    public static AdversarialSet Of(IReadOnlyList<TapeSurvey> surveys, AdversarialTerms terms)
    {
        var count = (long)terms.Kinds.Count * terms.Strengths.Count * terms.Seeds;
        if (count is < 1 or > AdversarialTerms.Most || terms.Strengths.Any(strength => strength is not (> 0d and <= 100d)))
        {
            throw ValidationErrors.BadWindow("The adversarial set", string.Create(CultureInfo.InvariantCulture, $"{count} tapes of kinds × strengths × seeds; 1 to {AdversarialTerms.Most} are possible, with strengths above 0 and up to 100."));
        }

        EventMaker[] makers = [.. surveys.Select(survey => new EventMaker(survey))];
        return new AdversarialSet([..
            from kind in terms.Kinds
            from strength in terms.Strengths
            from at in Enumerable.Range(0, terms.Seeds)
            let seed = terms.Seed + at
            select new AdversarialTape(kind, strength, seed, [.. makers.SelectMany(maker => maker.Make(kind, strength, seed, terms.Events))])]);
    }

    /// <summary>The second pass: hunts at the stops that a strategy had resting in the first. They are its own and score nobody else.</summary>
    /// <param name="surveys">The tapes, looked over.</param>
    /// <param name="stops">The stops.</param>
    /// <param name="terms">Strengths, seeds and how many hunts a tape has.</param>
    public static AdversarialSet OfStops(IReadOnlyList<TapeSurvey> surveys, IReadOnlyList<RestingStop> stops, AdversarialTerms terms)
    {
        EventMaker[] makers = [.. surveys.Select(survey => new EventMaker(survey))];
        return new AdversarialSet([..
            from strength in terms.Strengths
            from at in Enumerable.Range(0, terms.Seeds)
            let seed = terms.Seed + at
            let events = makers.SelectMany(maker => maker.HuntOwn(stops, strength, seed, terms.Events)).ToArray()
            where events.Length > 0
            select new AdversarialTape(EventKind.OwnStopHunt, strength, seed, events)]);
    }

    /// <summary>Looks over what a run trades; of one instrument's quotes and prints the first tape speaks for both.</summary>
    public static IReadOnlyList<TapeSurvey> Survey(IReadOnlyList<Tape> tapes)
    {
        var surveys = new List<TapeSurvey>();
        foreach (var tape in tapes)
        {
            if (tape.RatesOnly || tape.IsNotice || surveys.Exists(survey => survey.Instrument.Symbol == tape.Instrument.Symbol))
            {
                tape.Cursor?.Dispose();
            }
            else
            {
                surveys.Add(TapeSurvey.Of(tape));
            }
        }

        return surveys;
    }
}
