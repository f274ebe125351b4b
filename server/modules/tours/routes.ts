import type { Routes } from '../../kernel/wire.ts'
import { match, planTrip } from './acts/plan.ts'
import { cancelTrip, recordTrip, reopenTrip } from './acts/record.ts'
import { offer, request, startSeries, withdrawOffer, withdrawRequest } from './acts/requests.ts'
import { coverage, listModes, listSeries } from './views/coverage.ts'
import { listOffers, listRequests, matches } from './views/requests.ts'
import { listTrips, myTrips, showOneTrip } from './views/trips.ts'

export const routes: Routes['tours'] = {
  requests: listRequests,
  matches,
  offers: listOffers,
  request,
  withdrawRequest,
  offer,
  withdrawOffer,
  match,
  planTrip,
  trips: listTrips,
  trip: showOneTrip,
  recordTrip,
  reopenTrip,
  cancelTrip,
  series: listSeries,
  startSeries,
  coverage,
  modes: listModes,
  mine: myTrips,
}
