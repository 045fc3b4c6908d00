using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FinanceHub.Data.PostgreSql.Migrations
{
    /// <summary>A withdrawal and a deposit may be the two sides of a currency exchange.</summary>
    public partial class CurrencyExchanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Exchange",
                table: "Activities",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Exchange",
                table: "Activities");
        }
    }
}
