import type { Row } from './columns.js';
import { columnOfField } from './field-column.js';
import { mapReport } from './map-report.js';

const inNoGroup = (): Promise<undefined> => Promise.resolve(undefined);

function aRow(more: Row = {}): Row {
  return {
    client_reference: 'C-1',
    reason: 'CSAM_SALE',
    basis: 'TEST_TRANSACTION',
    payment_methods: 'CARD|CRYPTO|CARD',
    tlp: 'AMBER',
    ...more,
  };
}

describe('mapReport', () => {
  it('puts every column of the template in its place', async () => {
    const mapped = await mapReport(
      aRow({
        external_reference: 'CT-1',
        observed_from: '2026-01-01',
        observed_to: '2026-02-01',
        legal_name: 'Shop Ltd',
        trade_names: 'Shop | The Shop',
        descriptor: 'SQ *SHOP',
        mcc: '5967',
        country: 'gb',
        address: '1 Mill Street',
        city: 'Leeds',
        region: 'Yorkshire',
        postcode: 'LS1',
        phone: '+44 118 496 0777',
        email: 'billing@shop.example',
        website: 'shop.example',
        card_acceptor_id: '12345678',
        acquirer_bin: '066907',
        iban: 'GB82WEST12345698765432',
        bank_routing: '021000021',
        bank_account: '12345',
        crypto_chain: 'BITCOIN',
        crypto_address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
        wallet_provider: 'paypal',
        wallet_account: 'seller@shop.example',
        tax_id: 'GB123',
        company_reg_no: '01234567',
        principal_name: 'Ada Vale',
        principal_birth_year: '1980',
        narrative: 'seen on a forum',
      }),
      inNoGroup,
    );

    expect(mapped).toMatchObject({
      ok: true,
      value: {
        leftOut: [],
        input: {
          clientReference: 'C-1',
          report: {
            reason: 'CSAM_SALE',
            basis: 'TEST_TRANSACTION',
            externalReference: 'CT-1',
            paymentMethods: ['CARD', 'CRYPTO'],
            observedFrom: '2026-01-01',
            observedTo: '2026-02-01',
            legalName: 'Shop Ltd',
            tradeNames: ['Shop', 'The Shop'],
            descriptors: ['SQ *SHOP'],
            addresses: [{ line: '1 Mill Street', city: 'Leeds', region: 'Yorkshire', postcode: 'LS1' }],
            principals: [{ name: 'Ada Vale', birthYear: 1980 }],
            identifiers: [
              { type: 'CARD_ACCEPTOR_ID', scope: 'BIN:066907', value: '12345678' },
              { type: 'MCC', value: '5967' },
              { type: 'IBAN', value: 'GB82WEST12345698765432' },
              { type: 'BANK_ACCOUNT_US', scope: '021000021', value: '12345' },
              { type: 'CRYPTO_ADDRESS', scope: 'BITCOIN', value: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' },
              { type: 'WALLET_ACCOUNT', scope: 'paypal', value: 'seller@shop.example' },
              { type: 'TAX_ID', value: 'GB123' },
              { type: 'COMPANY_REG_NO', value: '01234567' },
              { type: 'DOMAIN', value: 'shop.example' },
              { type: 'EMAIL', value: 'billing@shop.example' },
              { type: 'PHONE', value: '+44 118 496 0777' },
            ],
            country: 'GB',
            handling: { tlp: 'AMBER' },
            narrative: 'seen on a forum',
          },
        },
      },
    });
  });

  it('names every column that the schema could not carry, at once', async () => {
    const mapped = await mapReport(
      {
        reason: 'OTHER',
        payment_methods: 'CARD|BARTER',
        tlp: 'CLEAR',
        observed_from: '2026-02-30',
        country: 'Atlantis',
        principal_birth_year: '80',
        sharing_group: 'nobody',
      },
      inNoGroup,
    );

    expect(mapped.ok ? [] : mapped.refusals.map(({ code, field }) => [field.join('.'), code])).toEqual([
      ['client_reference', 'REQUIRED'],
      ['reason', 'UNKNOWN_CODE'],
      ['basis', 'REQUIRED'],
      ['payment_methods', 'UNKNOWN_CODE'],
      ['observed_from', 'INVALID_DATE'],
      ['tlp', 'UNKNOWN_CODE'],
      ['sharing_group', 'UNKNOWN_SHARING_GROUP'],
      ['country', 'UNKNOWN_COUNTRY'],
      ['principal_birth_year', 'INVALID_FORMAT'],
    ]);
  });

  it('tells of a column that says nothing without another', async () => {
    const mapped = await mapReport(aRow({ acquirer_bin: '066907', city: 'Leeds' }), inNoGroup);

    expect(mapped).toMatchObject({ ok: true, value: { leftOut: [{ column: 'acquirer_bin' }] } });
    expect(mapped.ok && mapped.value.input.report.addresses).toEqual([{ line: '', city: 'Leeds' }]);
  });

  it.each([
    ['clientReference', 'client_reference'],
    ['report.identifiers.0.value', 'card_acceptor_id'],
    ['report.identifiers.0.scope', 'acquirer_bin'],
    ['input.report.identifiers.1.value', 'iban'],
    ['report.principals.0.birthYear', 'principal_birth_year'],
    ['report.addresses.0.postcode', 'postcode'],
    ['report.addresses.0.line', 'address'],
    ['report.tradeNames.1', 'trade_names'],
    ['report.handling.namedMemberIds', 'tlp'],
    ['report.handling.sharingGroupId', 'sharing_group'],
    ['report.paymentMethods', 'payment_methods'],
    ['elsewhere', 'elsewhere'],
  ])('leads from the field %s back to the column %s', async (field, column) => {
    const row = aRow({
      card_acceptor_id: '1',
      acquirer_bin: '066907',
      iban: 'GB82',
      address: '1 Mill Street',
    });
    const mapped = await mapReport(row, inNoGroup);

    expect(mapped.ok && columnOfField(mapped.value.columns, field.split('.'))).toBe(column);
  });
});
