using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>The share of the work that this machine has, as <c>2/3</c>; 1/1 is all of it.</summary>
[TypeConverter(typeof(TypeConverter))]
[SuppressMessage("Naming", "CA1720", Justification = "The names are given by the API.")]
public class Partition
{
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    /// <summary>1 for the first.</summary>
    public int Part { get; set; }

    public int Total { get; set; }

    public bool IsIn(int part) => Total == 1 || part == Part;

    /// <summary>Every n-th item, beginning with this part's first.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) => enumerable.Where((_, index) => index % Total == Part - 1);

    public override string ToString() => $"{Part}/{Total}";

    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        {
            if (value is not string text)
                return base.ConvertFrom(context, culture, value);
            var parts = text.Split('/');
            return new Partition
            {
                Part = int.Parse(parts[0], CultureInfo.InvariantCulture),
                Total = int.Parse(parts[1], CultureInfo.InvariantCulture),
            };
        }
    }
}
