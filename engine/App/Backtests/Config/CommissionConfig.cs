using Workbench.Core;

namespace Workbench.App;

/// <summary>Commission schedules as a configuration writes them.</summary>
static class CommissionConfig
{
    /// <summary>Reads <c>{"rate":0.0004,"makerRate":-0.0001,"tiers":[{"from":1000000,"rate":0.0003}],"window":"month"}</c>.</summary>
    public static CommissionSchedule Read(JsonFields fields)
    {
        decimal Positive(string field) => fields.Number(field, 0m, value => value >= 0m, "negative");
        var schedule = new CommissionSchedule
        {
            Rate = Positive("rate"), MakerRate = fields.NumberOr("makerRate"), PerUnit = Positive("perUnit"), Fixed = Positive("fixed"),
            Minimum = Positive("minimum"), Maximum = Positive("maximum"),
            Window = fields.Word("window", TierWindow.Month, ("month", TierWindow.Month), ("run", TierWindow.Run)),
            Tiers = Tiers(fields),
        };
        fields.Done();
        return schedule.Maximum == 0m || schedule.Maximum >= schedule.Minimum
            ? schedule
            : throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.maximum is below the minimum.");
    }

    static IReadOnlyList<CommissionTier> Tiers(JsonFields fields)
    {
        if (fields.Find("tiers") is not { } table)
        {
            return [];
        }

        var tiers = new List<CommissionTier>();
        foreach (var row in TableRow.ReadAll(table, fields.Config, fields.Name + ".tiers", "from", "rate", "makerRate", "perUnit"))
        {
            var tier = new CommissionTier(row.Number("from"), row.NumberOr("rate") ?? 0m, row.NumberOr("makerRate"), row.NumberOr("perUnit") ?? 0m);
            if (tier.From < 0m || tier.Rate < 0m || tier.PerUnit < 0m)
            {
                throw CliErrors.BadTable(row.Place, "from, rate and perUnit are not negative.");
            }

            if (tiers.Count > 0 && tier.From <= tiers[^1].From)
            {
                throw CliErrors.BadTable(row.Place, "borders of tiers rise.");
            }

            tiers.Add(tier);
        }

        return tiers;
    }
}
