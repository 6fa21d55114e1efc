namespace Workbench.Data.Repair;

/// <summary>
/// Decides for dividends of one pattern whether the vendor's amount or one a hundred times as big or small is the true one. What a day tells
/// clearly is decided alone; the others are weighed together, because a wrong unit is a habit and no accident.
/// </summary>
sealed class HundredChoice(Odds odds, DividendPattern pattern, bool isAlternativeBigger)
{
    /// <summary>Odds of e to this, for or against, count as clear.</summary>
    const double Clear = 4;

    /// <summary>Fewest days on which two columns that agree are both disbelieved for being too small.</summary>
    const int FewestTiny = 3;

    /// <summary>Below this share of the price a dividend may be in too big a unit.</summary>
    const double Tiny = 5e-4;

    /// <summary>Beyond this share no hundredfold is believed.</summary>
    const double Huge = 0.15;

    readonly double factor = isAlternativeBigger ? 100 : 0.01;

    // What the vendor says twice is less likely to be wrong than what it says once.
    double Trust => pattern switch
    {
        DividendPattern.Agrees => 2,
        DividendPattern.NotAdjusted => 1,
        _ => 0,
    };

    /// <summary>Sets the amounts of the dividends of its pattern.</summary>
    public void Decide(IEnumerable<DividendCase> dividends)
    {
        var unclear = dividends.Where(each => each.Pattern == pattern && each.Amount == each.Told && MayBeWrong(each)).Where(each => !DecideAlone(each)).ToList();
        if (unclear.Count > 0 && AreWrong(unclear))
        {
            unclear.ForEach(each => each.Amount = each.Told * factor);
        }
    }

    bool MayBeWrong(DividendCase dividend) =>
        !isAlternativeBigger || (Bigger(dividend) <= Huge && (pattern != DividendPattern.Agrees || dividend.Yield <= Tiny));

    bool DecideAlone(DividendCase dividend)
    {
        // Nobody pays out more than the share is worth.
        if (!isAlternativeBigger && dividend.Yield >= 1)
        {
            dividend.Amount = dividend.Told * factor;
            return true;
        }

        var score = odds.OfFall(dividend, Bigger(dividend), Smaller(dividend)) + Odds.OfSize(Bigger(dividend), Smaller(dividend)) + Bias;
        if (Math.Abs(score) <= Clear || odds.Power(Bigger(dividend)) <= Clear || (isAlternativeBigger && pattern == DividendPattern.Agrees))
        {
            return false;
        }

        dividend.Amount = SpeaksAgainst(score) ? dividend.Told * factor : dividend.Told;
        return true;
    }

    bool AreWrong(List<DividendCase> unclear)
    {
        var fall = unclear.Sum(each => odds.OfFall(each, Bigger(each), Smaller(each)));
        var usual = Odds.OfSize(Market.Median([.. unclear.Select(Bigger)]), Market.Median([.. unclear.Select(Smaller)]));
        return SpeaksAgainst(fall + usual + Bias) && (pattern != DividendPattern.Agrees || !isAlternativeBigger
            || (unclear.Count >= FewestTiny && fall > 0 && unclear.Sum(each => odds.Power(Bigger(each))) >= Clear));
    }

    double Bias => isAlternativeBigger ? -Trust : Trust;

    bool SpeaksAgainst(double score) => isAlternativeBigger ? score > 0 : score < 0;

    double Bigger(DividendCase dividend) => isAlternativeBigger ? dividend.Yield * factor : dividend.Yield;

    double Smaller(DividendCase dividend) => isAlternativeBigger ? dividend.Yield : dividend.Yield * factor;
}
